package org.minimis.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.javamoney.moneta.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the template of the page shows.
 *
 * @param figures the report as JSON, fit to stand inside HTML
 * @param version of the program
 */
public record RevenuePage(RevenueReport report, String figures, String version) {

    /** Beyond so many the page names the table file instead. */
    private static final int LINES_MAX = 5_000;

    /** Beyond so many days a chart of days is no longer read. */
    private static final int DAYS_MAX = 62;

    static RevenuePage of(RevenueReport report, String version) {
        // A browser ends the block at "</script", whatever JSON thinks of it.
        return new RevenuePage(report, RevenueJson.text(report).replace("<", "\\u003c"), version);
    }

    public CategoryChart categories() {
        return CategoryChart.of(report.categories());
    }

    /** One for each currency in which more than one state is reckoned; the only one otherwise. */
    public List<RevenueChart> stateCharts() {
        var charts = charts(currency -> RevenueChart.states(currency, report.sums(Grouping.STATE)));
        return charts.size() == 1
                ? charts
                : charts.stream().filter(chart -> chart.rows().size() > 1).toList();
    }

    /** One for each currency, if there are several days and not too many. */
    public List<RevenueChart> dayCharts() {
        return charts(currency -> RevenueChart.days(currency, report.sums(Grouping.DAY))).stream()
                .filter(chart -> chart.rows().size() > 1 && chart.rows().size() <= DAYS_MAX)
                .toList();
    }

    // Nothing is drawn where nothing is due; the tables say so.
    private List<RevenueChart> charts(Function<String, RevenueChart> chart) {
        return currencies().stream().map(chart).filter(RevenueChart::yields).toList();
    }

    private List<String> currencies() {
        return report.totals().stream()
                .map(figures -> figures.currency().getCurrencyCode())
                .toList();
    }

    /** The states of each currency, most revenue first. */
    public List<Grouping.Sum> states() {
        var byCurrency = Comparator.comparing(
                (Grouping.Sum sum) -> sum.figures().currency().getCurrencyCode());
        return report.sums(Grouping.STATE).stream()
                .sorted(byCurrency.thenComparing(RevenueChart.MOST_FIRST))
                .toList();
    }

    public boolean showsLines() {
        return report.lines().size() <= LINES_MAX;
    }

    /**
     * Records not assessed, over all days, states and categories.
     *
     * @param intrinsicValue null where it could not be reckoned
     */
    public record ExceptionSum(
            String outcome,
            String reason,
            @Nullable String regime,
            @Nullable String dataset,
            long records,
            @Nullable Money intrinsicValue) {}

    /** Referred before rejected, most frequent first. */
    public List<ExceptionSum> exceptions() {
        var sums = new TreeMap<ExceptionLine.Key, ExceptionLine>(ExceptionLine.Key.ORDER);
        for (var line : report.exceptions()) {
            var key = line.key();
            // The days, states and categories fall together; the currency of a value must not.
            var coarse = new ExceptionLine.Key(
                    LocalDate.EPOCH,
                    key.outcome(),
                    key.reason(),
                    key.regime(),
                    null,
                    key.dataset(),
                    null,
                    key.currency());
            sums.merge(coarse, new ExceptionLine(coarse, line.records(), line.intrinsicValue()), ExceptionLine::plus);
        }
        var all = new ArrayList<ExceptionSum>();
        sums.forEach((key, line) -> all.add(new ExceptionSum(
                key.outcome(), key.reason(), key.regime(), key.dataset(), line.records(), line.intrinsicValue())));
        all.sort(Comparator.comparing(ExceptionSum::outcome)
                .thenComparing(Comparator.comparingLong(ExceptionSum::records).reversed()));
        return all;
    }
}
