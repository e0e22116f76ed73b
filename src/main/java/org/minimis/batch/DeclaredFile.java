package org.minimis.batch;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The house waybills that a manifest has declared, as fingerprints in order, beside its journals. */
final class DeclaredFile {

    private static final int BUFFER = 1 << 16;

    private DeclaredFile() {}

    /** Writes it from the journals; the same journals make the same file. */
    static void write(BatchFolder folder, Plan.Manifest manifest) throws IOException {
        var first = new Longs();
        var second = new Longs();
        try (var journals = new Journals(folder, manifest, Frame.ASSESSMENTS)) {
            for (var frame = journals.next(); frame != null; frame = journals.next()) {
                new Rows.Reader(frame.assessments()).forEachHouseWaybill(houseWaybill -> {
                    first.add(Fingerprint.first(houseWaybill));
                    second.add(Fingerprint.second(houseWaybill));
                });
            }
        }
        write(folder.declared(manifest.ordinal()), first.toArray(), second.toArray());
    }

    private static void write(Path file, long[] first, long[] second) throws IOException {
        var sorted = first.clone();
        Arrays.sort(sorted);
        var beside = new long[second.length];
        for (var i = 0; i < first.length; i++) {
            var at = Arrays.binarySearch(sorted, first[i]);
            while (at > 0 && sorted[at - 1] == first[i]) {
                at--;
            }
            while (beside[at] != 0) {
                at++;
            }
            beside[at] = second[i];
        }
        WholeFile.replace(WholeFile.prepare(file, bytes -> {
            var out = new DataOutputStream(bytes);
            for (var i = 0; i < sorted.length; i++) {
                out.writeLong(sorted[i]);
                out.writeLong(beside[i]);
            }
            out.flush();
        }));
    }

    /** Takes a fingerprint that is in both. */
    @FunctionalInterface
    interface Taker {
        void take(Fingerprint fingerprint);
    }

    /** Gives the fingerprints of the file whose first half is among {@code sorted}. */
    static void common(Path file, long[] sorted, Taker taker) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
            var at = 0;
            while (at < sorted.length) {
                var first = in.readLong();
                var second = in.readLong();
                while (at < sorted.length && sorted[at] < first) {
                    at++;
                }
                if (at < sorted.length && sorted[at] == first) {
                    taker.take(new Fingerprint(first, second));
                }
            }
        } catch (EOFException e) {
            // The file has no more.
        }
    }

    /** Numbers that grow in number. */
    private static final class Longs {

        private long[] array = new long[1024];
        private int size;

        void add(long value) {
            if (size == array.length) {
                array = Arrays.copyOf(array, 2 * size);
            }
            array[size++] = value;
        }

        long[] toArray() {
            return Arrays.copyOf(array, size);
        }
    }
}
