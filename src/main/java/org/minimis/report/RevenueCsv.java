package org.minimis.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.javamoney.moneta.Money;
import org.jspecify.annotations.Nullable;
import org.minimis.money.Amounts;

/**
 * The report as one flat table: a row for each line of assessed consignments, then for each line of what corrections took
 * back, below zero, then for each line of exceptions.
 *
 * <p>Every record of the selection is counted in exactly one row that is not {@code reversed}.
 */
public final class RevenueCsv {

    private static final List<String> HEADER = List.of(
            "outcome",
            "accepted",
            "regime",
            "state",
            "office",
            "dataset",
            "vat_scheme",
            "category",
            "reason",
            "records",
            "currency",
            "intrinsic_value",
            "customs_value",
            "duty",
            "vat_base",
            "vat",
            "fees",
            "total");

    private RevenueCsv() {}

    /** The whole file; rows end with a line feed. */
    public static String text(RevenueReport report) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(HEADER);
            report.lines().forEach(line -> csv.writeRecord(row("assessed", line)));
            for (var line : report.corrections()) {
                csv.writeRecord(row(
                        "reversed", new RevenueLine(line.key(), line.figures().negated())));
            }
            report.exceptions().forEach(line -> csv.writeRecord(row(line)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<String> row(String outcome, RevenueLine line) {
        var key = line.key();
        var figures = line.figures();
        return List.of(
                outcome,
                key.accepted().toString(),
                cell(key.regime()),
                cell(key.state()),
                cell(key.office()),
                cell(key.dataset()),
                cell(key.vatScheme()),
                Integer.toString(key.category()),
                "",
                Long.toString(figures.consignments()),
                key.currency(),
                amount(figures.intrinsicValue()),
                amount(figures.customsValue()),
                amount(figures.duty()),
                amount(figures.vatBase()),
                amount(figures.vat()),
                amount(figures.fees()),
                amount(figures.total()));
    }

    private static List<String> row(ExceptionLine line) {
        var key = line.key();
        return List.of(
                cell(key.outcome()),
                key.accepted().toString(),
                cell(key.regime()),
                cell(key.state()),
                "",
                cell(key.dataset()),
                "",
                key.category() == null ? "" : key.category().toString(),
                cell(key.reason()),
                Long.toString(line.records()),
                cell(key.currency()),
                amount(line.intrinsicValue()),
                "",
                "",
                "",
                "",
                "",
                "");
    }

    private static String amount(@Nullable Money amount) {
        return amount == null ? "" : Amounts.plain(amount);
    }

    /** Text that a spreadsheet would take for a formula gets an apostrophe, so that it stays text. */
    public static String cell(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        return "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
