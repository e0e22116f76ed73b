package org.minimis.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.minimis.ledger.Account;
import org.minimis.ledger.AccountSum;
import org.minimis.ledger.AssessmentTable;
import org.minimis.ledger.Declared;
import org.minimis.ledger.FileTable;
import org.minimis.ledger.PostingTable;
import org.minimis.ledger.SliceTable;
import org.minimis.ledger.TenThousandths;

/**
 * Compares what was read, the journals, the book, the postings and the published files of manifests with each other, to the
 * ten-thousandth of a unit.
 */
final class Reconciliation {

    private final BatchFolder folder;
    private final Plan plan;
    private final @Nullable BookSums sums;
    private final List<String> differences = new ArrayList<>();

    /** Reads every byte of the journals, and every row. */
    Reconciliation(BatchFolder folder, Plan plan) {
        this(folder, plan, null);
    }

    private Reconciliation(BatchFolder folder, Plan plan, @Nullable BookSums sums) {
        this.folder = folder;
        this.plan = plan;
        this.sums = sums;
    }

    /** Reads what is compared and no more: loading and joining have just read, and checked, the rest. */
    static Reconciliation afterPublishing(BatchFolder folder, Plan plan, BookSums sums) {
        return new Reconciliation(folder, plan, sums);
    }

    /** What does not agree; empty when the books balance. */
    List<String> differences(Connection book, List<Plan.Manifest> manifests) throws SQLException, IOException {
        for (var manifest : manifests) {
            compare(book, manifest);
        }
        for (var balance : new PostingTable(book).balance(plan.batch()).entrySet()) {
            if (balance.getValue().signum() != 0) {
                differences.add("the postings of the batch sum to %s %s, not to zero"
                        .formatted(balance.getKey(), balance.getValue().toPlainString()));
            }
        }
        return differences;
    }

    private void compare(Connection book, Plan.Manifest manifest) throws SQLException, IOException {
        try {
            var journals = sums == null ? Journals.readWhole(folder, manifest) : Journals.read(folder, manifest);
            compareScreened(manifest, journals);
            compareSlices(book, manifest, journals);
            compareRows(book, manifest, journals);
            comparePostings(book, manifest, journals);
            compareFiles(book, manifest, journals);
        } catch (ClearException e) {
            differ(manifest, e.getMessage());
        } catch (IOException e) {
            differ(manifest, "the journals cannot be read to their end: " + e.getMessage());
        }
    }

    private void differ(Plan.Manifest manifest, String what) {
        differences.add("manifest " + manifest.number() + ": " + what);
    }

    private void same(Plan.Manifest manifest, String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            differ(manifest, "%s are %s, the journals say %s".formatted(what, found, expected));
        }
    }

    /** The screening has counted the records on its own. */
    private void compareScreened(Plan.Manifest manifest, Journals journals) throws IOException {
        var screened = 0L;
        for (var slice : manifest.slices()) {
            var keys = folder.keys(manifest.name(slice));
            if (!Files.exists(keys)) {
                return;
            }
            screened += KeyFile.count(keys);
        }
        same(manifest, "records in the manifest", journals.counts().records(), screened);
    }

    private void compareSlices(Connection book, Plan.Manifest manifest, Journals journals) throws SQLException {
        var loaded = new SliceTable(book)
                .of(manifest.id()).stream()
                        .map(row -> new Counts(row.records(), row.assessed(), row.referred(), row.rejected()))
                        .toList();
        same(manifest, "slices in the book", journals.ofSlices(), loaded);
    }

    private void compareRows(Connection book, Plan.Manifest manifest, Journals journals) throws SQLException {
        var rows = sums == null ? BookSums.OfManifest.read(book, manifest.id()) : sums.of(manifest);
        var assessed = rows.assessed().stream()
                .mapToLong(AssessmentTable.Total::consignments)
                .sum();
        same(manifest, "assessments in the book", journals.counts().assessed(), assessed);
        same(manifest, "amounts assessed in the book", amounts(journals.sums().list()), amounts(rows.assessed()));
        var exceptions = rows.exceptions();
        same(
                manifest,
                "referrals in the book",
                journals.counts().referred(),
                exceptions.getOrDefault(Cleared.REFERRED, 0L));
        same(
                manifest,
                "rejections in the book",
                journals.counts().rejected(),
                exceptions.getOrDefault(Cleared.REJECTED, 0L));
    }

    /** By account and currency, the fees together: a row of the book does not name them. */
    private static Map<String, Long> amounts(Iterable<AccountSum> sums) {
        var amounts = new TreeMap<String, Long>();
        for (var sum : sums) {
            var account = sum.account().isFee() ? sum.account().kind("fees") : sum.account();
            amounts.merge(account + " " + sum.currency(), sum.amount(), Math::addExact);
        }
        amounts.values().removeIf(amount -> amount == 0);
        return amounts;
    }

    private static Map<String, Long> amounts(List<AssessmentTable.Total> totals) {
        var amounts = new TreeMap<String, Long>();
        for (var total : totals) {
            var declared = total.declared();
            add(amounts, declared, Account.DUTY, total.duty());
            add(amounts, declared, Account.VAT, total.vat());
            add(amounts, declared, "fees", total.fees());
        }
        amounts.values().removeIf(amount -> amount == 0);
        return amounts;
    }

    /** Offices and categories share an account. */
    private static void add(Map<String, Long> amounts, Declared declared, String kind, long amount) {
        amounts.merge(declared.account(kind) + " " + declared.currency(), amount, Math::addExact);
    }

    private void comparePostings(Connection book, Plan.Manifest manifest, Journals journals) throws SQLException {
        var expected = new ArrayList<String>();
        for (var entry : Publish.entries(manifest, journals)) {
            for (var posting : entry.postings()) {
                expected.add(text(
                        posting.account().toString(),
                        posting.currency().getCurrencyCode(),
                        TenThousandths.exact(posting.amount())));
            }
        }
        var found = new PostingTable(book)
                .ofManifest(manifest.id()).stream()
                        .map(row -> text(row.account().toString(), row.currency(), row.amount()))
                        .toList();
        same(
                manifest,
                "postings",
                expected.stream().sorted().toList(),
                found.stream().sorted().toList());
    }

    private static String text(String account, String currency, long amount) {
        return account + " " + currency + " " + TenThousandths.number(amount).toPlainString();
    }

    private void compareFiles(Connection book, Plan.Manifest manifest, Journals journals)
            throws SQLException, IOException {
        var declarations = 0L;
        for (var row : new FileTable(book).of(plan.batch())) {
            if (!Long.valueOf(manifest.id()).equals(row.manifest())) {
                continue;
            }
            declarations += row.declarations();
            var file = folder.file(row.name());
            if (!Files.exists(file) || Files.size(file) != row.bytes()) {
                differ(manifest, row.name() + " is missing or has another length than the book says");
            }
        }
        var pieces =
                journals.pieces().values().stream().mapToLong(Long::longValue).sum();
        same(manifest, "declarations published", pieces, declarations);
        if (pieces < journals.counts().assessed()) {
            differ(
                    manifest,
                    "%d consignments are assessed, but only %d declared"
                            .formatted(journals.counts().assessed(), pieces));
        }
    }
}
