package org.minimis.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.minimis.ledger.Book;
import org.minimis.ledger.TestDatabase;

/** One night in a folder of its own: manifests, a book, a folder of batches. */
final class Night {

    final Path in;
    final Path out;
    final String db;

    Night(Path folder) throws IOException {
        this(folder, TestDatabase.url(folder.resolve("data").resolve("book")));
    }

    Night(Path folder, String db) throws IOException {
        this.db = db;
        in = Files.createDirectories(folder.resolve("in"));
        out = folder.resolve("out");
    }

    /** A manifest of so many lines: some referred, some rejected, one repeated. */
    static String lines(char manifest, int count) {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++) {
            if (i % 17 == 5) {
                text.append("!broken ").append(i).append('\n');
                continue;
            }
            var value = i % 13 == 4 ? "200.00" : (i % 100 + 1) + ".00";
            var state = i % 3 == 0 ? "FR" : "DE";
            var number = i == count - 1 ? 0 : i;
            text.append('X')
                    .append(manifest)
                    .append(number)
                    .append(';')
                    .append(state)
                    .append(";EUR;");
            text.append(value).append('\n');
        }
        return text.toString();
    }

    Path manifest(String name, String text) throws IOException {
        return Files.writeString(in.resolve(name), text);
    }

    ClearRequest request(int threads, int chunk, long sliceBytes) {
        return new ClearRequest(List.of(in), LineClearing.DAY, out, db, threads, chunk, sliceBytes);
    }

    ClearResult clear() {
        return clear(request(2, 10, 500), new LineClearing());
    }

    ClearResult clear(ClearRequest request, Clearing clearing) {
        return new Clear(request, clearing, Night::report, Progress.NONE).clear();
    }

    static void report(java.sql.Connection book, String batch, Path folder) throws IOException {
        Files.writeString(folder.resolve("revenue.csv"), "a report\n");
    }

    Book book() {
        return Book.open(db);
    }

    /** What was published, by name. {@code batch.json} is left out where batches differ on purpose. */
    static TreeMap<String, String> files(ClearResult result, boolean withBatchJson) throws IOException {
        var files = new TreeMap<String, String>();
        try (var walk = Files.walk(result.folder())) {
            for (var file : walk.filter(Files::isRegularFile).toList()) {
                var name = result.folder().relativize(file).toString();
                if (!name.startsWith("journal") && (withBatchJson || !name.equals(BatchJson.NAME))) {
                    files.put(name, Files.readString(file, StandardCharsets.UTF_8));
                }
            }
        }
        return files;
    }
}
