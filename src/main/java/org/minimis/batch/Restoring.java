package org.minimis.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.minimis.ledger.Book;

/** Loads again what the database has lost of the last batches: H2 may lose what it committed last when it is killed. */
final class Restoring {

    /** Measured losses were fewer than 20 transactions, and a batch takes more. */
    private static final int BATCHES = 5;

    private final Book book;
    private final Path out;

    Restoring(Book book, Path out) {
        this.book = book;
        this.out = out;
    }

    /** What was lost and is there again, a line for each batch. */
    List<String> restore() throws IOException {
        var lines = new ArrayList<String>();
        for (var folder : last()) {
            var plan = PlanJson.read(folder.plan()).orElseThrow();
            var added = new Reloading(book, folder, plan).reload();
            if (added > 0) {
                lines.add("batch %s: the database had lost %d entries of it; they are loaded again from its journals"
                        .formatted(plan.batch(), added));
            }
        }
        return lines;
    }

    private List<BatchFolder> last() throws IOException {
        var folders = BatchFolder.received(out);
        return folders.subList(Math.max(0, folders.size() - BATCHES), folders.size());
    }
}
