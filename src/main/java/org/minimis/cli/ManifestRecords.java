package org.minimis.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Consumer;
import org.minimis.batch.LawClearing;
import org.minimis.batch.UnpackedManifests;
import org.minimis.manifest.ManifestException;
import org.minimis.manifest.ManifestReader;
import org.minimis.manifest.ManifestRecord;
import org.minimis.manifest.Manifests;

/** Reads the records of a file, or of standard input when it is called {@code -}, one by one, without a database. */
final class ManifestRecords {

    private ManifestRecords() {}

    static void forEach(String file, LawClearing clearing, Consumer<ManifestRecord> take)
            throws IOException, ManifestException {
        if (file.equals("-")) {
            try (var reader =
                    Manifests.open(new Unclosed(System.in), "-", null, clearing.profile("-"), clearing.reference())) {
                forEach(reader, take);
            }
            return;
        }
        var unpacked = Files.createTempDirectory("minimis");
        try {
            UnpackedManifests.forEach(Path.of(file), unpacked, (content, name, format) -> {
                try (var reader = Manifests.open(content, name, format, clearing.profile(name), clearing.reference())) {
                    forEach(reader, take);
                }
            });
        } finally {
            remove(unpacked);
        }
    }

    private static void forEach(ManifestReader reader, Consumer<ManifestRecord> take) throws IOException {
        for (var record = reader.next(); record != null; record = reader.next()) {
            take.accept(record);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
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
