package org.minimis.report;

import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import java.util.function.Consumer;
import org.javamoney.moneta.Money;
import org.jspecify.annotations.Nullable;
import org.minimis.money.Amounts;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** The report as JSON: amounts as text with the decimals of their currency, keys always in the same order. */
public final class RevenueJson {

    private static final ObjectWriter WRITER =
            JsonMapper.builder().build().writer().with(new LinePrinter());

    private final JsonGenerator json;

    private RevenueJson(JsonGenerator json) {
        this.json = json;
    }

    /** The whole file, ending with a line feed. */
    public static String text(RevenueReport report) {
        var text = new StringWriter();
        write(report, text);
        return text.append('\n').toString();
    }

    private static void write(RevenueReport report, Writer out) {
        try (var json = WRITER.createGenerator(out)) {
            new RevenueJson(json).write(report);
        }
    }

    private void write(RevenueReport report) {
        json.writeStartObject();
        json.writeStringProperty("schema", RevenueReport.SCHEMA);
        json.writeObjectPropertyStart("selection");
        text("acceptedFrom", report.acceptedFrom());
        text("acceptedTo", report.acceptedTo());
        text("regime", report.regime());
        json.writeEndObject();
        json.writeArrayPropertyStart("lawDigests");
        report.lawDigests().forEach(json::writeString);
        json.writeEndArray();
        each("manifests", report.manifests(), this::manifest);
        json.writeObjectPropertyStart("counts");
        counts(report.counts());
        json.writeEndObject();
        sums(report);
        each("categories", report.categories(), this::category);
        if (!report.corrections().isEmpty()) {
            each("corrections", report.corrections(), this::line);
        }
        each("fees", report.fees(), this::fee);
        each("exceptions", report.exceptions(), this::exception);
        each("lines", report.lines(), this::line);
        json.writeEndObject();
    }

    private void sums(RevenueReport report) {
        sums("totals", Grouping.CURRENCY, report);
        sums("byDay", Grouping.DAY, report);
        sums("byRegime", Grouping.REGIME, report);
        sums("byState", Grouping.STATE, report);
        sums("byOffice", Grouping.OFFICE, report);
        sums("byDataset", Grouping.DATASET, report);
        sums("byVatScheme", Grouping.VAT_SCHEME, report);
    }

    private void sums(String name, Grouping grouping, RevenueReport report) {
        each(name, report.sums(grouping), sum -> {
            for (var i = 0; i < sum.parts().size(); i++) {
                json.writeStringProperty(grouping.names().get(i), sum.parts().get(i));
            }
            figures(sum.figures());
        });
    }

    private void manifest(ManifestLine manifest) {
        text("accepted", manifest.accepted());
        text("number", manifest.number());
        counts(manifest.counts());
    }

    private void counts(Counts counts) {
        json.writeNumberProperty("records", counts.records());
        json.writeNumberProperty("assessed", counts.assessed());
        json.writeNumberProperty("referred", counts.referred());
        json.writeNumberProperty("rejected", counts.rejected());
    }

    private void category(CategoryLine line) {
        if (line.category() > 0) {
            json.writeNumberProperty("category", line.category());
        }
        counts(line.counts());
    }

    private void fee(FeeLine fee) {
        text("regime", fee.place().regime());
        text("state", fee.place().state());
        text("dataset", fee.place().dataset());
        text("vatScheme", fee.place().vatScheme());
        text("name", fee.name());
        text("currency", fee.amount().getCurrency().getCurrencyCode());
        amount("amount", fee.amount());
    }

    private void exception(ExceptionLine line) {
        var key = line.key();
        text("accepted", key.accepted());
        text("outcome", key.outcome());
        text("reason", key.reason());
        text("regime", key.regime());
        text("state", key.state());
        text("dataset", key.dataset());
        if (key.category() != null) {
            json.writeNumberProperty("category", key.category());
        }
        json.writeNumberProperty("records", line.records());
        text("currency", key.currency());
        amount("intrinsicValue", line.intrinsicValue());
    }

    private void line(RevenueLine line) {
        var key = line.key();
        text("accepted", key.accepted());
        text("regime", key.regime());
        text("state", key.state());
        text("office", key.office());
        text("dataset", key.dataset());
        text("vatScheme", key.vatScheme());
        json.writeNumberProperty("category", key.category());
        figures(line.figures());
    }

    private void figures(Figures figures) {
        text("currency", figures.currency().getCurrencyCode());
        json.writeNumberProperty("consignments", figures.consignments());
        amount("intrinsicValue", figures.intrinsicValue());
        amount("customsValue", figures.customsValue());
        amount("duty", figures.duty());
        amount("vatBase", figures.vatBase());
        amount("vat", figures.vat());
        amount("fees", figures.fees());
        amount("total", figures.total());
    }

    private <T> void each(String name, List<T> rows, Consumer<T> row) {
        json.writeArrayPropertyStart(name);
        for (var one : rows) {
            json.writeStartObject();
            row.accept(one);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void text(String name, @Nullable Object value) {
        if (value != null) {
            json.writeStringProperty(name, value.toString());
        }
    }

    private void amount(String name, @Nullable Money amount) {
        if (amount != null) {
            json.writeStringProperty(name, Amounts.plain(amount));
        }
    }
}
