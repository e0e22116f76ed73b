package org.minimis.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import org.minimis.ledger.AssessmentTable;
import org.minimis.ledger.Book;
import org.minimis.ledger.CorrectionTable;
import org.minimis.ledger.ExceptionTable;
import org.minimis.ledger.FailPoints;
import org.minimis.ledger.PostingTable;
import org.minimis.ledger.SliceTable;

/** Loads a finished journal into the book: all its rows with the slice's own in one transaction, or nothing. */
final class Load {

    private final Run run;

    Load(Run run) {
        this.run = run;
    }

    void load(SliceName name) throws IOException {
        load(run.book(), run.folder(), run.plan().manifest(name.manifest()), name, run::check);
    }

    /**
     * Loading a slice twice changes nothing: its row says that it is there.
     *
     * @return whether it was not there
     */
    static boolean load(Book book, BatchFolder folder, Plan.Manifest manifest, SliceName name) throws IOException {
        return load(book, folder, manifest, name, () -> {});
    }

    private static boolean load(Book book, BatchFolder folder, Plan.Manifest manifest, SliceName name, Runnable moving)
            throws IOException {
        var slice = SliceTable.id(manifest.id(), name.slice());
        if (book.read(connection -> new SliceTable(connection).has(slice))) {
            return false;
        }
        try (var journal =
                JournalReader.strict(folder.journal(name), Frame.ASSESSMENTS, Frame.EXCEPTIONS, Frame.REVERSALS)) {
            book.write(connection -> {
                if (book.isShared() && new SliceTable(connection).isThereAfterWaiting(slice)) {
                    return;
                }
                AssessmentTable.remove(connection, slice);
                var counts = rows(connection, slice, journal, moving);
                FailPoints.hit("loading");
                new SliceTable(connection)
                        .add(new SliceTable.Row(
                                slice,
                                manifest.id(),
                                counts.records(),
                                counts.assessed(),
                                counts.referred(),
                                counts.rejected()));
            });
        }
        FailPoints.hit("loaded");
        return true;
    }

    /** Takes what was loaded of a manifest that is not posted out of the book again. */
    static void withdraw(Book book, Plan.Manifest manifest) {
        if (manifest.id() == 0 || book.read(connection -> new PostingTable(connection).has(manifest.id()))) {
            return;
        }
        book.write(connection -> {
            AssessmentTable.removeManifest(connection, manifest.id());
            new SliceTable(connection).removeManifest(manifest.id());
        });
    }

    private static Counts rows(Connection book, long slice, JournalReader journal, Runnable moving)
            throws SQLException {
        var reversals = new ArrayList<Reversal>();
        try (var assessments = new AssessmentTable(book);
                var exceptions = new ExceptionTable(book)) {
            for (var frame = journal.next(); frame != null; frame = journal.next()) {
                var rows = new Rows.Reader(frame.assessments());
                while (rows.hasNext()) {
                    assessments.add(slice, rows.next());
                }
                var source = new ByteSource(frame.exceptions().bytes());
                while (source.hasMore()) {
                    exceptions.add(slice, Rows.exception(source));
                }
                moving.run();
                reversals.addAll(Reversal.all(frame.reversals()));
            }
            assessments.flush();
            exceptions.flush();
            for (var reversal : reversals) {
                new CorrectionTable(book).add(row(slice, reversal));
            }
            return journal.counts();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CorrectionTable.Row row(long slice, Reversal reversal) {
        return new CorrectionTable.Row(
                reversal.original(),
                CorrectionTable.key(slice, reversal.place()),
                reversal.lrn(),
                reversal.reason(),
                reversal.cancels());
    }
}
