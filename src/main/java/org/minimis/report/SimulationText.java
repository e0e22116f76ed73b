package org.minimis.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.javamoney.moneta.Money;
import org.minimis.assessment.Simulation;
import org.minimis.money.Amounts;
import tools.jackson.databind.json.JsonMapper;

/** What a simulation found, as a table for people, programs and browsers. */
public final class SimulationText {

    /** In which form. */
    public enum Format {
        TEXT,
        JSON,
        CSV,
        HTML
    }

    private static final List<String> HEADS = List.of(
            "regime",
            "state",
            "origin",
            "currency",
            "consignments",
            "affected",
            "assessed before",
            "assessed after",
            "duty before",
            "duty after",
            "VAT before",
            "VAT after",
            "fees before",
            "fees after",
            "difference");

    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, SimulationText.class.getClassLoader(), "org.minimis.report.template");

    private SimulationText() {}

    public static String of(Simulation simulation, Format format) {
        var rows = new ArrayList<List<String>>();
        simulation.rows().forEach(row -> rows.add(cells(row)));
        simulation.totals().forEach(row -> rows.add(cells(row)));
        return switch (format) {
            case TEXT -> text(rows, simulation.records());
            case JSON -> json(rows, simulation.records());
            case CSV -> csv(rows);
            case HTML -> html(rows, simulation.records());
        };
    }

    private static List<String> cells(Simulation.Row row) {
        var before = row.before();
        var after = row.after();
        return List.of(
                row.regime(),
                row.state(),
                row.origin(),
                row.currency(),
                "" + row.consignments(),
                "" + row.affected(),
                "" + before.assessed(),
                "" + after.assessed(),
                Amounts.plain(before.duty()),
                Amounts.plain(after.duty()),
                Amounts.plain(before.vat()),
                Amounts.plain(after.vat()),
                Amounts.plain(before.fees()),
                Amounts.plain(after.fees()),
                signed(after.total().subtract(before.total())));
    }

    private static String signed(Money difference) {
        return difference.isPositive()
                ? "+" + Amounts.plain(difference)
                : difference.isNegative() ? "-" + Amounts.plain(difference.negate()) : Amounts.plain(difference);
    }

    private static String text(List<List<String>> rows, long records) {
        var widths = new int[HEADS.size()];
        var all = new ArrayList<List<String>>();
        all.add(HEADS);
        all.addAll(rows);
        for (var row : all) {
            for (var i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        var text = new StringBuilder(
                "%,d records under two laws%n".formatted(records).replace("\r", ""));
        for (var row : all) {
            var line = new StringBuilder();
            for (var i = 0; i < widths.length; i++) {
                var padding = " ".repeat(widths[i] - row.get(i).length());
                line.append(i < 4 ? row.get(i) + padding : padding + row.get(i)).append("  ");
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static String json(List<List<String>> rows, long records) {
        var root = new LinkedHashMap<String, Object>();
        root.put("schema", "minimis simulation 1");
        root.put("records", records);
        var objects = new ArrayList<LinkedHashMap<String, String>>();
        for (var row : rows) {
            var object = new LinkedHashMap<String, String>();
            for (var i = 0; i < HEADS.size(); i++) {
                object.put(HEADS.get(i), row.get(i));
            }
            objects.add(object);
        }
        root.put("rows", objects);
        return JsonMapper.shared().writeValueAsString(root) + "\n";
    }

    private static String csv(List<List<String>> rows) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(HEADS);
            rows.forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String html(List<List<String>> rows, long records) {
        var text = new StringOutput();
        TEMPLATES.render("simulation.jte", java.util.Map.of("heads", HEADS, "rows", rows, "records", records), text);
        return text.toString();
    }
}
