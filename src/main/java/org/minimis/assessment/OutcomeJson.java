package org.minimis.assessment;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.javamoney.moneta.Money;
import org.jspecify.annotations.Nullable;
import org.minimis.finding.Finding;
import org.minimis.money.Amounts;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes outcomes as JSON, one a line, in the keys and order that are part of the interface; absent when empty.
 *
 * <p>Amounts are strings with the decimals of their currency. Names and addresses are not in it.
 */
public final class OutcomeJson {

    private static final JsonFactory FACTORY = new JsonFactory();

    private OutcomeJson() {}

    /** One outcome without a line end, in UTF-8. */
    public static byte[] bytes(Outcome outcome) {
        var bytes = new ByteArrayOutputStream(512);
        try (var json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            outcome.match(
                    assessed -> assessed(json, assessed),
                    referred -> referred(json, referred),
                    rejected -> rejected(json, rejected));
            findings(json, outcome.findings());
            reasoning(json, outcome.reasoning());
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static boolean assessed(JsonGenerator json, Outcome.Assessed outcome) {
        var assessment = outcome.assessment();
        json.writeStringProperty(
                "houseWaybill", outcome.consignment().houseWaybill().number());
        json.writeStringProperty("outcome", "assessed");
        json.writeNumberProperty("category", assessment.category().number());
        json.writeStringProperty("regime", assessment.regime());
        json.writeStringProperty("acceptanceDate", assessment.acceptanceDate().toString());
        json.writeStringProperty("dataset", assessment.dataset());
        if (!assessment.procedures().isEmpty()) {
            json.writeArrayPropertyStart("procedures");
            assessment.procedures().forEach(json::writeString);
            json.writeEndArray();
        }
        json.writeStringProperty("vatScheme", assessment.vatScheme());
        json.writeStringProperty("currency", assessment.currency().getCurrencyCode());
        amount(json, "intrinsicValue", assessment.intrinsicValue());
        amount(json, "customsValue", assessment.customsValue());
        amount(json, "duty", assessment.duty());
        amount(json, "vatBase", assessment.vatBase());
        amount(json, "vat", assessment.vat());
        amount(json, "fees", assessment.feesTotal());
        amount(json, "total", assessment.total());
        return true;
    }

    private static boolean referred(JsonGenerator json, Outcome.Referred outcome) {
        json.writeStringProperty(
                "houseWaybill", outcome.consignment().houseWaybill().number());
        json.writeStringProperty("outcome", "referred");
        json.writeNumberProperty("category", outcome.category().number());
        text(json, "regime", outcome.regime());
        json.writeStringProperty("acceptanceDate", outcome.acceptanceDate().toString());
        text(json, "dataset", outcome.dataset());
        var value = outcome.intrinsicValue();
        if (value != null) {
            json.writeStringProperty("currency", value.getCurrency().getCurrencyCode());
            amount(json, "intrinsicValue", value);
        }
        return true;
    }

    private static boolean rejected(JsonGenerator json, Outcome.Rejected outcome) {
        text(json, "houseWaybill", outcome.houseWaybill());
        json.writeStringProperty("outcome", "rejected");
        return true;
    }

    private static void findings(JsonGenerator json, List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("findings");
        for (var finding : findings) {
            json.writeStartObject();
            json.writeStringProperty("severity", finding.severity().word());
            json.writeStringProperty("code", finding.reason().name());
            if (!finding.field().isEmpty()) {
                json.writeStringProperty("field", finding.field());
            }
            json.writeStringProperty("message", finding.message());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void reasoning(JsonGenerator json, List<ReasoningStep> steps) {
        if (steps.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("reasoning");
        for (var step : steps) {
            json.writeStartObject();
            json.writeStringProperty("step", step.step());
            json.writeStringProperty("rule", step.rule());
            json.writeStringProperty("text", step.text());
            amount(json, "amount", step.amount());
            json.writeStringProperty("law", step.law());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void text(JsonGenerator json, String key, @Nullable String value) {
        if (value != null) {
            json.writeStringProperty(key, value);
        }
    }

    private static void amount(JsonGenerator json, String key, @Nullable Money value) {
        if (value != null) {
            json.writeStringProperty(key, Amounts.plain(value));
        }
    }
}
