package org.minimis.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.minimis.batch.FileCompany;
import org.minimis.batch.LawClearing;
import org.minimis.batch.UnpackedManifests;
import org.minimis.manifest.ManifestException;
import org.minimis.manifest.ManifestReader;
import org.minimis.manifest.ManifestRecord;
import org.minimis.manifest.Manifests;
import org.minimis.regime.Together;

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
        inFolder(unpacked -> UnpackedManifests.forEach(Path.of(file), unpacked, (content, name, format) -> {
            try (var reader = Manifests.open(content, name, format, clearing.profile(name), clearing.reference())) {
                forEach(reader, take);
            }
        }));
    }

    /** Takes a record and what each law takes together with it. */
    @FunctionalInterface
    interface Taker {
        void take(ManifestRecord record, List<Together> together);
    }

    /**
     * The same with the other consignments of the file that the law of each clearing takes together with one. Standard input
     * is kept in a file until it has been read to its end.
     */
    static void forEachTogether(String file, List<LawClearing> clearings, Taker take)
            throws IOException, ManifestException {
        inFolder(unpacked -> {
            var manifests = new ArrayList<FileCompany.Manifest>();
            if (file.equals("-")) {
                manifests.add(FileCompany.Manifest.copied(System.in, unpacked));
            } else {
                UnpackedManifests.forEach(
                        Path.of(file),
                        unpacked,
                        (content, name, format) -> manifests.add(new FileCompany.Manifest(content, name, format)));
            }
            var companies = new ArrayList<FileCompany>();
            for (var clearing : clearings) {
                companies.add(FileCompany.of(clearing, manifests));
            }
            var first = clearings.get(0);
            for (var manifest : manifests) {
                var name = manifest.shownName();
                try (var reader = Manifests.open(
                        manifest.uncompressed(), name, manifest.format(), first.profile(name), first.reference())) {
                    forEach(
                            reader,
                            record -> take.take(
                                    record,
                                    companies.stream()
                                            .map(company -> company.of(record))
                                            .toList()));
                }
            }
        });
    }

    private static void forEach(ManifestReader reader, Consumer<ManifestRecord> take) throws IOException {
        for (var record = reader.next(); record != null; record = reader.next()) {
            take.accept(record);
        }
    }

    /** What is done with a folder for a while. */
    @FunctionalInterface
    private interface Work {
        void run(Path folder) throws IOException, ManifestException;
    }

    private static void inFolder(Work work) throws IOException, ManifestException {
        var folder = Files.createTempDirectory("minimis");
        try {
            work.run(folder);
        } finally {
            remove(folder);
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
