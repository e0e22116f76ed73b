package org.minimis.report;

import static org.minimis.report.BookRows.amount;
import static org.minimis.report.BookRows.amountOrNull;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The revenue report as the tables of the book give it. */
public final class RevenueReportTable {

    private static final String LINE = "regime, state, office, dataset, vat_scheme, category, currency";
    private static final String FIGURES = """
            count(*) as consignments, sum(intrinsic_value) as intrinsic_value, sum(customs_value) as customs_value,
            sum(duty) as duty, sum(vat_base) as vat_base, sum(vat) as vat, sum(fees) as fees""";
    private static final String EXCEPTION = "outcome, reason, nullif(regime, '') as regime, nullif(state, '') as state,"
            + " nullif(dataset, '') as dataset, category, nullif(currency, '') as currency";
    private static final BookRows.Source ASSESSED = new BookRows.Source("assessed", "declared", "declared", LINE);
    private static final BookRows.Source EXCEPTED = new BookRows.Source("excepted", "ground", "ground", EXCEPTION);
    private static final String RECORDS = "count(*) as records, sum(intrinsic_value) as intrinsic_value";

    private final SelectedManifests manifests;
    private final @Nullable String regime;
    private final Map<Long, Counts> found = new HashMap<>();
    private final TreeMap<RevenueLine.Key, Figures> lines = new TreeMap<>(RevenueLine.Key.ORDER);
    private final TreeMap<RevenueLine.Key, Figures> corrections = new TreeMap<>(RevenueLine.Key.ORDER);
    private final TreeMap<ExceptionLine.Key, ExceptionLine> exceptions = new TreeMap<>(ExceptionLine.Key.ORDER);

    private RevenueReportTable(SelectedManifests manifests, @Nullable String regime) {
        this.manifests = manifests;
        this.regime = regime;
    }

    /**
     * Reads what the book says about the selection. The caller sees to it that nobody writes the book meanwhile.
     *
     * @throws UnbalancedBookException when the tables of the book contradict each other
     */
    public static RevenueReport read(Connection book, Selection selection) throws SQLException {
        return sum(book, selection).report(book);
    }

    /** Sums the records of the selection, which takes long; they may not be posted yet. */
    public static RevenueReportTable sum(Connection book, Selection selection) throws SQLException {
        var regime = selection.regime();
        var table = new RevenueReportTable(SelectedManifests.read(book, selection), regime);
        BookRows.each(book, table.manifests, regime, ASSESSED, FIGURES, table::addLine);
        BookRows.each(book, table.manifests, regime, EXCEPTED, RECORDS, table::addException);
        CorrectionRows.each(book, table.manifests, regime, LINE, FIGURES, table::addCorrection);
        return table;
    }

    /**
     * The report, once they are posted.
     *
     * @throws UnbalancedBookException when the tables of the book contradict each other
     */
    public RevenueReport report(Connection book) throws SQLException {
        return report(PostingSums.read(book, manifests, regime));
    }

    private void addLine(ResultSet row, long manifest) throws SQLException {
        var key = key(row, manifest);
        var figures = figures(row, key.currency());
        lines.merge(key, figures, Figures::plus);
        found.merge(manifest, Counts.assessed(figures.consignments()), Counts::plus);
    }

    private void addCorrection(ResultSet row, long manifest) throws SQLException {
        var key = key(row, manifest);
        // A cancellation stands among the lines, too: neither it nor what it cancels is a consignment any more.
        var figures = figures(row, key.currency()).and(row.getLong("cancelled"));
        corrections.merge(key, figures, Figures::plus);
    }

    private RevenueLine.Key key(ResultSet row, long manifest) throws SQLException {
        var currency = row.getString("currency");
        return new RevenueLine.Key(
                accepted(manifest),
                row.getString("regime"),
                row.getString("state"),
                row.getString("office"),
                row.getString("dataset"),
                row.getString("vat_scheme"),
                row.getInt("category"),
                currency);
    }

    private static Figures figures(ResultSet row, String currency) throws SQLException {
        return new Figures(
                row.getLong("consignments"),
                amount(row, "intrinsic_value", currency),
                amount(row, "customs_value", currency),
                amount(row, "duty", currency),
                amountOrNull(row, "vat_base", currency),
                amount(row, "vat", currency),
                amount(row, "fees", currency));
    }

    private void addException(ResultSet row, long manifest) throws SQLException {
        var currency = row.getString("currency");
        var category = row.getInt("category");
        var key = new ExceptionLine.Key(
                accepted(manifest),
                row.getString("outcome"),
                row.getString("reason"),
                row.getString("regime"),
                row.getString("state"),
                row.getString("dataset"),
                category == 0 ? null : category,
                currency);
        var value = currency == null ? null : amountOrNull(row, "intrinsic_value", currency);
        var line = new ExceptionLine(key, row.getLong("records"), value);
        exceptions.merge(key, line, ExceptionLine::plus);
        found.merge(manifest, Counts.exceptional(key.outcome(), line.records()), Counts::plus);
    }

    private LocalDate accepted(long manifest) {
        return manifests.byId().get(manifest).accepted();
    }

    private RevenueReport report(PostingSums postings) {
        var all = new ArrayList<RevenueLine>(lines.size());
        lines.forEach((key, figures) -> all.add(new RevenueLine(key, figures)));
        var reversed = new ArrayList<RevenueLine>(corrections.size());
        corrections.forEach((key, figures) -> reversed.add(new RevenueLine(key, figures)));
        postings.agreeWith(RevenueReport.net(all, reversed));
        return new RevenueReport(
                manifests.from(),
                manifests.to(),
                regime,
                List.copyOf(manifests.lawDigests()),
                manifestLines(),
                all,
                reversed,
                postings.fees(),
                List.copyOf(exceptions.values()));
    }

    private List<ManifestLine> manifestLines() {
        var all = new ArrayList<ManifestLine>();
        manifests.byId().forEach((id, manifest) -> {
            var counts = found.getOrDefault(id, Counts.NONE);
            if (regime == null && !counts.equals(manifest.loaded())) {
                throw new UnbalancedBookException("manifest %s: its slices hold %s, the rows of the book %s"
                        .formatted(manifest.number(), manifest.loaded(), counts));
            }
            if (regime == null || counts.records() > 0) {
                all.add(new ManifestLine(manifest.accepted(), manifest.number(), counts));
            }
        });
        all.sort(ManifestLine.ORDER);
        return all;
    }
}
