package org.minimis.batch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.minimis.ledger.AssessmentRow;
import org.minimis.ledger.ExceptionRow;
import org.minimis.ledger.TenThousandths;

/** The figures of a row of the book by their names, so that the one that differs can be named. */
final class RowFields {

    private RowFields() {}

    static Map<String, String> of(AssessmentRow row) {
        var fields = new LinkedHashMap<String, String>();
        var declared = row.declared();
        fields.put("house waybill", row.houseWaybill());
        fields.put("line", Long.toString(row.line()));
        fields.put("regime", declared.regime());
        fields.put("state", declared.state());
        fields.put("office", declared.office());
        fields.put("dataset", declared.dataset());
        fields.put("VAT scheme", declared.vatScheme());
        fields.put("category", Integer.toString(declared.category()));
        fields.put("currency", declared.currency());
        fields.put("intrinsic value", amount(row.intrinsicValue()));
        fields.put("customs value", amount(row.customsValue()));
        fields.put("duty", amount(row.duty()));
        fields.put("VAT base", amount(row.vatBase()));
        fields.put("VAT", amount(row.vat()));
        fields.put("fees", amount(row.fees()));
        return fields;
    }

    static Map<String, String> of(ExceptionRow row) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("outcome", row.outcome());
        fields.put("house waybill", Objects.requireNonNullElse(row.houseWaybill(), "none"));
        fields.put("line", Long.toString(row.line()));
        fields.put("regime", Objects.requireNonNullElse(row.regime(), "none"));
        fields.put("state", Objects.requireNonNullElse(row.state(), "none"));
        fields.put("dataset", Objects.requireNonNullElse(row.dataset(), "none"));
        fields.put("category", Integer.toString(row.category()));
        fields.put("currency", Objects.requireNonNullElse(row.currency(), "none"));
        fields.put("intrinsic value", amount(row.intrinsicValue()));
        fields.put("reason", row.reason());
        return fields;
    }

    private static String amount(@Nullable Long amount) {
        return amount == null ? "none" : TenThousandths.number(amount).toPlainString();
    }

    /** Names the fields that differ. */
    static void compare(
            Map<String, String> expected,
            Map<String, String> found,
            String where,
            String place,
            Differences differences) {
        expected.forEach((name, value) ->
                differences.same(place, name, value, where, Objects.requireNonNullElse(found.get(name), "none")));
    }
}
