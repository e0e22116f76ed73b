package org.minimis.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.minimis.ledger.Account;
import org.minimis.ledger.AccountSums;
import org.minimis.ledger.AssessmentRow;
import org.minimis.ledger.BatchTable;
import org.minimis.ledger.Book;
import org.minimis.ledger.CorrectionTable;
import org.minimis.ledger.ManifestTable;
import org.minimis.ledger.TenThousandths;

/** Finds the assessments that a batch corrects: in the book where they stand, in their journals what they owed. */
final class BookCorrected implements Corrected {

    private final Path out;
    private final Connections book;
    private final Clearing clearing;
    private final Correction correction;
    private final String correcting;

    /** Lends a connection to the book. */
    private interface Connections {
        <T> T ask(Book.Question<T> question) throws SQLException;
    }

    private BookCorrected(Path out, Connections book, Clearing clearing, Correction correction, String correcting) {
        this.out = out;
        this.book = book;
        this.clearing = clearing;
        this.correction = correction;
        this.correcting = correcting;
    }

    static Corrected of(Run run, String batch) throws IOException {
        var connections = new Connections() {
            @Override
            public <T> T ask(Book.Question<T> question) {
                return run.book().read(question);
            }
        };
        return Correction.read(run.folder())
                .<Corrected>map(correction ->
                        new BookCorrected(run.request().out(), connections, run.clearing(), correction, batch))
                .orElse(NOTHING);
    }

    static Corrected of(BatchFolder folder, Connection book, Clearing clearing, String batch) throws IOException {
        var connections = new Connections() {
            @Override
            public <T> T ask(Book.Question<T> question) throws SQLException {
                return question.ask(book);
            }
        };
        var out = folder.root().toAbsolutePath().getParent();
        return Correction.read(folder)
                .<Corrected>map(correction -> new BookCorrected(out, connections, clearing, correction, batch))
                .orElse(NOTHING);
    }

    @Override
    public boolean cancels() {
        return correction.cancels();
    }

    @Override
    public Optional<Original> original(String houseWaybill) {
        try {
            var standing = book.ask(connection -> new CorrectionTable(connection)
                    .standing(
                            houseWaybill,
                            List.copyOf(manifests(connection, correction.batch())),
                            manifests(connection, correcting)));
            return standing.isEmpty() ? Optional.empty() : Optional.of(original(houseWaybill, standing.get()));
        } catch (IOException | SQLException e) {
            throw ClearException.outOfReach("what batch %s declared cannot be read".formatted(correction.batch()), e);
        }
    }

    private static Set<Long> manifests(Connection connection, String batch) throws SQLException {
        return new ManifestTable(connection)
                .of(batch).stream().map(ManifestTable.Row::id).collect(Collectors.toSet());
    }

    private Original original(String houseWaybill, CorrectionTable.Standing standing) throws IOException, SQLException {
        var manifest = book.ask(connection -> new ManifestTable(connection).get(standing.manifest()));
        var accepted = book.ask(connection -> new BatchTable(connection).find(manifest.batch()))
                .orElseThrow()
                .accepted();
        var journal = new BatchFolder(out.resolve(manifest.batch()))
                .journal(new SliceName(manifest.ordinal(), standing.slice()));
        try (var reader = JournalReader.strict(journal, Frame.ASSESSMENTS)) {
            for (var frame = reader.next(); frame != null; frame = reader.next()) {
                var rows = new Rows.Reader(frame.assessments());
                while (rows.hasNext()) {
                    var row = rows.next();
                    if (row.place() == standing.place()) {
                        var lrn = standing.lrn()
                                .orElseGet(() -> clearing.lrn(
                                        accepted, row.declared().regime(), manifest.number(), houseWaybill));
                        return new Original(
                                manifest.batch(),
                                row.declared(),
                                new Reversal(
                                        0,
                                        standing.key(),
                                        lrn,
                                        correction.reason(),
                                        correction.cancels(),
                                        owed(row, rows)));
                    }
                }
            }
        }
        throw ClearException.outOfBalance("house waybill %s stands in the book, but not in the journals of batch %s"
                .formatted(houseWaybill, manifest.batch()));
    }

    private static List<org.minimis.ledger.AccountSum> owed(AssessmentRow row, Rows.Reader rows) {
        var sums = new AccountSums();
        var declared = row.declared();
        sums.add(declared.account(Account.DUTY), declared.currency(), row.duty());
        sums.add(declared.account(Account.VAT), declared.currency(), row.vat());
        rows.fees()
                .forEach(fee -> sums.add(
                        declared.account(Account.fee(fee.name())),
                        declared.currency(),
                        TenThousandths.exact(fee.amount())));
        return sums.list();
    }
}
