package org.minimis.report;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.javamoney.moneta.Money;
import org.jspecify.annotations.Nullable;
import org.minimis.money.Amounts;

/**
 * The report as a workbook, a sheet for each question.
 *
 * <p>Amounts are numbers with the decimals of their currency, codes are text. A workbook carries the time it was made, so two of
 * them differ; it is for the desk and not among the files of a batch.
 */
public final class RevenueXlsx {

    private static final List<String> FIGURES = List.of(
            "currency",
            "consignments",
            "intrinsic value",
            "customs value",
            "duty",
            "VAT base",
            "VAT",
            "fees",
            "payable");

    private final Workbook workbook;

    private RevenueXlsx(Workbook workbook) {
        this.workbook = workbook;
    }

    /** Writes the whole workbook; {@code out} stays open. */
    public static void write(RevenueReport report, OutputStream out) throws IOException {
        var workbook = new Workbook(out, "minimis", null);
        new RevenueXlsx(workbook).write(report);
        workbook.finish();
    }

    private void write(RevenueReport report) {
        sums("Totals", Grouping.CURRENCY, report);
        sums("Regimes", Grouping.REGIME, report);
        sums("States", Grouping.STATE, report);
        sums("Datasets", Grouping.DATASET, report);
        sums("VAT schemes", Grouping.VAT_SCHEME, report);
        sums("Offices", Grouping.OFFICE, report);
        sums("Days", Grouping.DAY, report);
        lines(report);
        fees(report);
        exceptions(report);
        manifests(report);
        law(report);
    }

    private void sums(String name, Grouping grouping, RevenueReport report) {
        var rows = report.sums(grouping).stream()
                .map(sum -> row(sum.figures(), sum.parts().toArray()))
                .toList();
        sheet(name, heads(grouping.names()), rows);
    }

    private void lines(RevenueReport report) {
        lines("Lines", report.lines());
        if (!report.corrections().isEmpty()) {
            lines("Corrections", report.corrections());
        }
    }

    private void lines(String name, List<RevenueLine> lines) {
        var heads = heads(List.of("accepted", "regime", "state", "office", "dataset", "VAT scheme", "category"));
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var line : lines) {
            var key = line.key();
            rows.add(row(
                    line.figures(),
                    key.accepted(),
                    key.regime(),
                    key.state(),
                    key.office(),
                    key.dataset(),
                    key.vatScheme(),
                    (long) key.category()));
        }
        sheet(name, heads, rows);
    }

    private void fees(RevenueReport report) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var fee : report.fees()) {
            var place = fee.place();
            var currency = fee.amount().getCurrency().getCurrencyCode();
            rows.add(Arrays.asList(
                    place.regime(),
                    place.state(),
                    place.dataset(),
                    place.vatScheme(),
                    fee.name(),
                    currency,
                    fee.amount()));
        }
        sheet("Fees", List.of("regime", "state", "dataset", "VAT scheme", "fee", "currency", "amount"), rows);
    }

    private void exceptions(RevenueReport report) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var line : report.exceptions()) {
            var key = line.key();
            var category = key.category() == null ? null : Long.valueOf(key.category());
            rows.add(Arrays.asList(
                    key.accepted(),
                    key.outcome(),
                    key.reason(),
                    key.regime(),
                    key.state(),
                    key.dataset(),
                    category,
                    line.records(),
                    key.currency(),
                    line.intrinsicValue()));
        }
        var heads = List.of(
                "accepted",
                "outcome",
                "reason",
                "regime",
                "state",
                "to be lodged",
                "category",
                "records",
                "currency",
                "intrinsic value");
        sheet("Not assessed", heads, rows);
    }

    private void manifests(RevenueReport report) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var line : report.manifests()) {
            var counts = line.counts();
            rows.add(Arrays.asList(
                    line.accepted(),
                    line.number(),
                    counts.records(),
                    counts.assessed(),
                    counts.referred(),
                    counts.rejected()));
        }
        sheet("Manifests", List.of("accepted", "manifest", "records", "assessed", "referred", "rejected"), rows);
    }

    private void law(RevenueReport report) {
        sheet(
                "Law",
                List.of("SHA-256 of the law files"),
                report.lawDigests().stream().map(digest -> row((Object) digest)).toList());
    }

    private static List<String> heads(List<String> parts) {
        var heads = new ArrayList<>(parts);
        heads.addAll(FIGURES);
        return heads;
    }

    private static List<@Nullable Object> row(@Nullable Object... cells) {
        return Arrays.asList(cells);
    }

    private static List<@Nullable Object> row(Figures figures, Object... parts) {
        var cells = new ArrayList<@Nullable Object>(List.of(parts));
        cells.add(figures.currency().getCurrencyCode());
        cells.add(figures.consignments());
        cells.add(figures.intrinsicValue());
        cells.add(figures.customsValue());
        cells.add(figures.duty());
        cells.add(figures.vatBase());
        cells.add(figures.vat());
        cells.add(figures.fees());
        cells.add(figures.total());
        return cells;
    }

    private void sheet(String name, List<String> heads, List<List<@Nullable Object>> rows) {
        var sheet = workbook.newWorksheet(name);
        sheet.freezePane(0, 1);
        for (var column = 0; column < heads.size(); column++) {
            sheet.value(0, column, heads.get(column));
            sheet.style(0, column).bold().set();
        }
        for (var row = 0; row < rows.size(); row++) {
            for (var column = 0; column < heads.size(); column++) {
                cell(sheet, row + 1, column, rows.get(row).get(column));
            }
        }
    }

    private static void cell(Worksheet sheet, int row, int column, @Nullable Object value) {
        if (value instanceof Money amount) {
            var number = new BigDecimal(Amounts.plain(amount));
            sheet.value(row, column, number);
            var format = number.scale() == 0 ? "#,##0" : "#,##0." + "0".repeat(number.scale());
            sheet.style(row, column).format(format).set();
        } else if (value instanceof LocalDate day) {
            sheet.value(row, column, day);
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else if (value instanceof Long count) {
            sheet.value(row, column, count);
        } else if (value != null) {
            sheet.value(row, column, value.toString());
        }
    }
}
