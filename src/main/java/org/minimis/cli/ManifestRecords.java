package org.minimis.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.minimis.batch.LawClearing;
import org.minimis.manifest.ManifestException;
import org.minimis.manifest.ManifestFile;
import org.minimis.manifest.ManifestReader;
import org.minimis.manifest.ManifestRecord;
import org.minimis.manifest.Manifests;

/** Reads the records of a file, or of standard input when it is called {@code -}, one by one, without a database. */
final class ManifestRecords {

    private ManifestRecords() {}

    static void forEach(String file, LawClearing clearing, Consumer<ManifestRecord> take)
            throws IOException, ManifestException {
        if (file.equals("-")) {
            try (var reader = Manifests.open(
                    new Unclosed(System.in), "-", null, clearing.profile("-"), clearing.reference())) {
                forEach(reader, take);
            }
            return;
        }
        for (var manifest : ManifestFile.in(Path.of(file))) {
            try (var reader = manifest.open(clearing.profile(manifest.shownName()), clearing.reference())) {
                forEach(reader, take);
            }
        }
    }

    private static void forEach(ManifestReader reader, Consumer<ManifestRecord> take) throws IOException {
        for (var record = reader.next(); record != null; record = reader.next()) {
            take.accept(record);
        }
    }

    /** Standard input stays open for others. */
    private static final class Unclosed extends FilterInputStream {

        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // Not ours to close.
        }
    }
}
