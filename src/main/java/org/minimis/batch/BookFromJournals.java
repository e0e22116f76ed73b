package org.minimis.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.minimis.ledger.BatchTable;
import org.minimis.ledger.Book;
import org.minimis.ledger.BookException;
import org.minimis.ledger.PrivateFiles;

/** Compares the book with the journals under a folder of batches, and makes it from them: they are the truth. */
public final class BookFromJournals {

    private static final String H2_ENDING = ".mv.db";

    private final Path out;
    private final String db;

    public BookFromJournals(Path out, String db) {
        this.out = out;
        this.db = db;
    }

    /** A batch under the folder, with what does not agree. */
    public record Checked(String batch, boolean isComplete, List<String> differences) {

        public Checked {
            differences = List.copyOf(differences);
        }
    }

    /**
     * Does the book agree with the journals of every batch?
     *
     * @throws ClearException when another run holds the folder or the book, or they are out of reach
     */
    public List<Checked> check() {
        try (var lock = RunLock.take(out, db);
                var book = open(db)) {
            lock.check();
            var checked = new ArrayList<Checked>();
            for (var folder : BatchFolder.received(out)) {
                checked.add(check(book, folder));
            }
            for (var batch : missing(book)) {
                checked.add(new Checked(
                        batch, false, List.of("it is in the book, but its folder is not under %s".formatted(out))));
            }
            return checked;
        } catch (IOException e) {
            throw unreadable(e);
        } catch (SQLException e) {
            throw ClearException.outOfReach(db + ": the book cannot be read; check the database", e);
        }
    }

    private Checked check(Book book, BatchFolder folder) throws IOException, SQLException {
        var plan = PlanJson.read(folder.plan()).orElseThrow();
        var differences = new ArrayList<String>();
        if (Files.exists(folder.file(BatchJson.NAME))) {
            var published = BatchRecord.read(folder).published();
            var manifests = plan.manifests().stream()
                    .filter(manifest -> manifest.failure() == null && published.contains(manifest.digest()))
                    .toList();
            try (var connection = book.connection()) {
                differences.addAll(new Reconciliation(folder, plan).differences(connection, manifests));
            }
            if (BatchJson.saysCompleted(folder.file(BatchJson.NAME)) && !isEnded(book, plan.batch())) {
                differences.add("the book does not say that it is completed");
            }
        }
        return new Checked(plan.batch(), folder.isComplete(), differences);
    }

    private static boolean isEnded(Book book, String batch) {
        return book.read(connection -> new BatchTable(connection).find(batch))
                .filter(row -> row.ended().equals(BatchTable.COMPLETED))
                .isPresent();
    }

    private TreeSet<String> missing(Book book) throws IOException {
        var batches = new TreeSet<String>();
        if (book.isShared()) {
            return batches; // others clear into it, too, and keep their folders elsewhere
        }
        book.read(connection -> new BatchTable(connection).list()).forEach(row -> batches.add(row.id()));
        for (var folder : BatchFolder.under(out)) {
            batches.remove(folder.root().getFileName().toString());
        }
        return batches;
    }

    /**
     * Makes the book anew from the journals; the one that was there is kept beside it under another name.
     *
     * @return the batches that are in it, in the order in which they were received
     * @throws ClearException likewise, also when the book holds a batch whose folder is not there
     */
    public List<String> rebuild() {
        var file = Book.file(db)
                .orElseThrow(() -> new ClearException(
                        ClearException.USAGE,
                        db + ": only a book in a file of H2 can be made anew; name one with --db"));
        try (var lock = RunLock.take(out, db)) {
            refuseForeign(file);
            var rebuilt = file.resolveSibling(file.getFileName() + ".rebuilt");
            Files.deleteIfExists(withEnding(rebuilt));
            var batches = new ArrayList<String>();
            try (var book = open("jdbc:h2:file:" + rebuilt)) {
                for (var folder : BatchFolder.received(out)) {
                    var plan = PlanJson.read(folder.plan()).orElseThrow();
                    new Reloading(book, folder, plan).reload();
                    batches.add(plan.batch());
                }
            }
            lock.check();
            if (Files.exists(withEnding(file))) {
                Files.move(
                        withEnding(file),
                        file.resolveSibling(file.getFileName() + ".before" + H2_ENDING),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(withEnding(rebuilt), withEnding(file), StandardCopyOption.ATOMIC_MOVE);
            PrivateFiles.sync(file.getParent());
            return batches;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static Path withEnding(Path file) {
        return file.resolveSibling(file.getFileName() + H2_ENDING);
    }

    /** A wrong --out must not make an empty book of a full one. A book that cannot even be opened is no reason to stop. */
    private void refuseForeign(Path file) throws IOException {
        if (!Files.exists(withEnding(file))) {
            return;
        }
        Optional<TreeSet<String>> missing;
        try (var book = Book.open(db)) {
            missing = Optional.of(missing(book));
        } catch (BookException e) {
            missing = Optional.empty();
        }
        if (missing.isPresent() && !missing.get().isEmpty()) {
            throw new ClearException(
                    ClearException.USAGE,
                    "%s: batch %s is in the book, but not here; name the folder of the batches with --out"
                            .formatted(out, missing.get().first()));
        }
    }

    private static Book open(String url) {
        try {
            return Book.open(url);
        } catch (BookException e) {
            throw new ClearException(
                    e.isHeldByAnother() ? ClearException.HELD : ClearException.OUT_OF_REACH, e.getMessage(), e);
        }
    }

    private ClearException unreadable(IOException e) {
        return ClearException.outOfReach(out + ": the batches cannot be read; check the disk", e);
    }
}
