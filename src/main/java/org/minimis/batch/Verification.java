package org.minimis.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.minimis.ledger.BatchTable;
import org.minimis.ledger.Book;
import org.minimis.ledger.BookException;

/**
 * Recomputes batches from their manifests under the law that is kept with them, and compares every figure and every byte with
 * journals, book and published files: what the command {@code verify} calls.
 */
public final class Verification {

    private final Path out;
    private final String db;
    private final ReportWriter report;
    private final @Nullable Path manifests;
    private final KeptLaw.Laws laws;

    /**
     * @param out the folder of the batches
     * @param manifests where manifests are archived; null to read them where they were cleared from
     */
    public Verification(Path out, String db, ReportWriter report, @Nullable Path manifests) {
        this(out, db, report, manifests, KeptLaw::open);
    }

    Verification(Path out, String db, ReportWriter report, @Nullable Path manifests, KeptLaw.Laws laws) {
        this.out = out;
        this.db = db;
        this.report = report;
        this.manifests = manifests;
        this.laws = laws;
    }

    /**
     * Verifies one batch and the chain of all batch records.
     *
     * @param batch empty for all batches under the folder
     * @param lines takes each difference, one line: place, what is there, what is recomputed; and what is worth knowing
     * @return how many there are
     */
    public long verify(Optional<String> batch, Consumer<String> lines) {
        var differences = new Differences(lines);
        var lock = RunLock.take(out, db);
        try (lock;
                var book = Book.open(db);
                var connection = book.connection()) {
            var chain = BatchChain.read(out);
            for (var one : batch.map(List::of).orElse(BatchChain.batches(out))) {
                verify(new BatchFolder(out.resolve(one)), connection, differences);
            }
            chain.check(differences);
            missing(connection, differences);
            return differences.count();
        } catch (BookException e) {
            throw new ClearException(
                    e.isHeldByAnother() ? ClearException.HELD : ClearException.OUT_OF_REACH, e.getMessage(), e);
        } catch (IOException | UncheckedIOException | SQLException e) {
            throw ClearException.outOfReach(out + ": it cannot be read to its end; check disk and database", e);
        }
    }

    /** The last record of the chain has none behind it that would miss it: the book does. */
    private void missing(Connection book, Differences differences) throws SQLException, IOException {
        var there = BatchChain.batches(out);
        for (var batch : new BatchTable(book).list()) {
            if (!there.contains(batch.id())) {
                var isCompleted = batch.ended().equals(BatchTable.COMPLETED);
                differences.add(
                        batch.id() + "/" + BatchJson.NAME,
                        isCompleted
                                ? "it is missing, the book holds the batch as completed; restore it"
                                : "the batch is incomplete; rerun it, then verify it");
            }
        }
    }

    private void verify(BatchFolder folder, Connection book, Differences differences) throws IOException, SQLException {
        var name = folder.root().getFileName().toString();
        if (!Files.isDirectory(folder.root())) {
            throw new ClearException(
                    ClearException.USAGE, "%s: there is no batch %s in it; 'batches' lists them".formatted(out, name));
        }
        try {
            var plan = PlanJson.read(folder.plan());
            if (plan.isEmpty()) {
                differences.add(name + "/journal/plan.json", "it is missing; restore it");
                return;
            }
            new BatchVerification(folder, plan.get(), BatchRecord.read(folder), book, differences)
                    .verify(laws, report, this::files);
        } catch (ClearException e) {
            // A damaged journal: what it holds is no longer known.
            differences.add(name, e.getMessage());
        } catch (IOException e) {
            differences.add(name, "it cannot be read to its end (%s)".formatted(e.getMessage()));
        }
    }

    private ManifestFiles files(Path temporary) {
        return new ManifestFiles(temporary, manifests);
    }
}
