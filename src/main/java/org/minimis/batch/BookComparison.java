package org.minimis.batch;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.TreeMap;
import java.util.TreeSet;
import org.minimis.ledger.AssessmentRow;
import org.minimis.ledger.BatchTable;
import org.minimis.ledger.CorrectionTable;
import org.minimis.ledger.ExceptionRow;
import org.minimis.ledger.ManifestTable;
import org.minimis.ledger.PostingTable;
import org.minimis.ledger.SliceRows;
import org.minimis.ledger.SliceTable;
import org.minimis.ledger.TenThousandths;

/** Compares every row and every posting of the book with the journals of a manifest. */
final class BookComparison {

    private static final String WHERE = "in the book";

    private final BatchFolder folder;
    private final Connection book;
    private final Differences differences;

    BookComparison(BatchFolder folder, Connection book, Differences differences) {
        this.folder = folder;
        this.book = book;
        this.differences = differences;
    }

    /** Is the batch in the book as its plan says? */
    void compare(Plan plan) throws SQLException {
        var place = "batch " + plan.batch();
        var row = new BatchTable(book).find(plan.batch());
        if (row.isEmpty()) {
            differences.add(place, "it is not in the book");
            return;
        }
        differences.same(place, "accepted", plan.accepted(), WHERE, row.get().accepted());
        differences.same(place, "law", plan.lawDigest(), WHERE, row.get().lawDigest());
        for (var balance : new PostingTable(book).balance(plan.batch()).entrySet()) {
            if (balance.getValue().signum() != 0) {
                differences.add(
                        place,
                        "its postings in %s sum to %s, not to zero"
                                .formatted(balance.getKey(), balance.getValue().toPlainString()));
            }
        }
    }

    void compare(Plan plan, Plan.Manifest manifest) throws IOException, SQLException {
        var place = "manifest " + manifest.number();
        var row = new ManifestTable(book)
                .of(plan.batch()).stream()
                        .filter(one -> one.id() == manifest.id())
                        .findFirst();
        if (row.isEmpty()) {
            differences.add(place, "it is not in the book");
            return;
        }
        differences.same(place, "number", manifest.number(), WHERE, row.get().number());
        differences.same(place, "digest", manifest.digest(), WHERE, row.get().digest());
        for (var slice : manifest.slices()) {
            slice(place, manifest, manifest.name(slice));
        }
        slices(place, manifest);
        postings(place, manifest);
    }

    private void slice(String place, Plan.Manifest manifest, SliceName name) throws IOException, SQLException {
        var id = SliceTable.id(manifest.id(), name.slice());
        var rows = new SliceRows(book);
        try (var journal = JournalReader.strict(folder.journal(name), Frame.ASSESSMENTS)) {
            var comparison = new RowComparison<>(
                    JournalRows.assessments(journal), AssessmentRow::place, RowFields::of, WHERE, place, differences);
            rows.assessments(id, comparison::found);
            comparison.end();
        }
        corrections(place, id, name);
        try (var journal = JournalReader.strict(folder.journal(name), Frame.EXCEPTIONS)) {
            var comparison = new RowComparison<>(
                    JournalRows.exceptions(journal), ExceptionRow::place, RowFields::of, WHERE, place, differences);
            rows.exceptions(id, comparison::found);
            comparison.end();
        }
    }

    private void corrections(String place, long slice, SliceName name) throws IOException, SQLException {
        var expected = new ArrayList<CorrectionTable.Row>();
        try (var journal = JournalReader.strict(folder.journal(name), Frame.REVERSALS)) {
            for (var frame = journal.next(); frame != null; frame = journal.next()) {
                Reversal.all(frame.reversals()).forEach(reversal -> expected.add(Load.row(slice, reversal)));
            }
        }
        differences.same(place, "corrections", expected, WHERE, new CorrectionTable(book).of(slice));
    }

    private void slices(String place, Plan.Manifest manifest) throws IOException, SQLException {
        var expected = Journals.read(folder, manifest).ofSlices();
        var found = new SliceTable(book)
                .of(manifest.id()).stream()
                        .map(row -> new Counts(row.records(), row.assessed(), row.referred(), row.rejected()))
                        .toList();
        differences.same(place, "records of its slices", expected, WHERE, found);
    }

    private void postings(String place, Plan.Manifest manifest) throws IOException, SQLException {
        var expected = new TreeMap<String, Collection<Long>>();
        for (var entry : Publish.entries(manifest, Journals.read(folder, manifest))) {
            for (var posting : entry.postings()) {
                add(
                        expected,
                        posting.account() + " " + posting.currency().getCurrencyCode(),
                        TenThousandths.exact(posting.amount()));
            }
        }
        var found = new TreeMap<String, Collection<Long>>();
        for (var row : new PostingTable(book).ofManifest(manifest.id())) {
            add(found, row.account() + " " + row.currency(), row.amount());
        }
        var accounts = new TreeSet<>(expected.keySet());
        accounts.addAll(found.keySet());
        for (var account : accounts) {
            differences.same(
                    place + ", account " + account, "posted", text(expected, account), WHERE, text(found, account));
        }
    }

    private static void add(TreeMap<String, Collection<Long>> postings, String account, long amount) {
        postings.computeIfAbsent(account, one -> new ArrayList<>()).add(amount);
    }

    private static String text(TreeMap<String, Collection<Long>> postings, String account) {
        var amounts = postings.get(account);
        return amounts == null
                ? "nothing"
                : amounts.stream()
                        .sorted()
                        .map(amount -> TenThousandths.number(amount).toPlainString())
                        .collect(java.util.stream.Collectors.joining(" and "));
    }
}
