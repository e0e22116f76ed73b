package org.minimis.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The records of a slice whose house waybill is taken: by a record that stands earlier in the batch, or by another batch. Kept
 * with the journals, because nothing else can tell it again.
 */
final class Taken {

    /** Taken within the batch. */
    static final String HERE = "";

    private final Map<Long, String> byLine = new TreeMap<>();

    void add(long line, String batch) {
        byLine.putIfAbsent(line, batch);
    }

    /** Who has taken the house waybill of the record on that line: a batch, {@link #HERE}, or null for nobody. */
    @Nullable
    String by(long line) {
        return byLine.get(line);
    }

    /** The lines on which such records start, in order. */
    List<Long> lines() {
        return List.copyOf(byLine.keySet());
    }

    void write(Path file) throws IOException {
        var batches = new ArrayList<>(new java.util.TreeSet<>(byLine.values()));
        var bytes = new Bytes();
        bytes.number(batches.size());
        batches.forEach(bytes::text);
        bytes.number(byLine.size());
        byLine.forEach((line, batch) -> {
            bytes.number(line);
            bytes.number(batches.indexOf(batch));
        });
        WholeFile.replace(file, bytes.toArray());
    }

    static Taken read(Path file) throws IOException {
        return ByteSource.read(file, Files.readAllBytes(file), Taken::taken);
    }

    private static Taken taken(ByteSource source) {
        var batches = new ArrayList<String>();
        for (var left = source.count(); left > 0; left--) {
            batches.add(source.requiredText());
        }
        var taken = new Taken();
        for (var left = source.count(); left > 0; left--) {
            var line = source.number();
            var batch = source.count();
            if (batch >= batches.size()) {
                throw ClearException.outOfBalance("it names a batch that it does not hold");
            }
            taken.add(line, batches.get(batch));
        }
        return taken;
    }
}
