package org.minimis.batch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.minimis.ledger.FailPoints;

/** The house waybills of one slice with the lines on which their records start, as the screening keeps them. */
final class KeyFile {

    private KeyFile() {}

    /** Collects what the file will hold. */
    static final class Draft implements Clearing.Keys {

        private final Bytes keys = new Bytes();
        private long count;

        @Override
        public void record(@Nullable String houseWaybill, long line) {
            keys.number(line);
            keys.text(houseWaybill);
            count++;
        }

        void write(Path file) {
            WholeFile.replace(WholeFile.prepare(file, out -> {
                var head = new Bytes();
                head.number(count);
                out.write(head.toArray());
                out.write(keys.toArray());
            }));
            FailPoints.hit("screened");
        }
    }

    /** How many records the screening has seen in the slice. */
    static long count(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return ByteSource.read(file, in.readNBytes(10), ByteSource::number);
        }
    }

    /** Takes one key. */
    @FunctionalInterface
    interface Taker {
        /** @param houseWaybill UTF-8, backed by an array */
        void take(ByteBuffer houseWaybill, long line);
    }

    /** Gives every house waybill of the slice, in order. */
    static void read(Path file, Taker taker) throws IOException {
        var count = ByteSource.read(file, Files.readAllBytes(file), source -> {
            var left = source.number();
            for (; left > 0; left--) {
                var line = source.number();
                var length = source.count();
                if (length > 0) {
                    taker.take(source.slice(length - 1), line);
                }
            }
            return left;
        });
        if (count != 0) {
            throw ClearException.outOfBalance(file + ": it is not what was written; restore the file");
        }
    }

    /** Every house waybill of the slice, UTF-8, in order. */
    static List<ByteBuffer> houseWaybills(Path file) throws IOException {
        var keys = new ArrayList<ByteBuffer>();
        read(file, (houseWaybill, line) -> keys.add(houseWaybill));
        return keys;
    }
}
