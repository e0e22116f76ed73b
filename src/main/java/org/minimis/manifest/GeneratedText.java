package org.minimis.manifest;

import org.jspecify.annotations.Nullable;

/** Writes drafts of a synthetic manifest as text, in either form. */
final class GeneratedText {

    private final StringBuilder out;

    GeneratedText(StringBuilder out) {
        this.out = out;
    }

    void csvHeader() {
        for (var field : Draft.FIELDS) {
            if (isColumn(field)) {
                out.append(field == Field.MANIFEST ? "" : ",").append(field.column());
            }
        }
        out.append('\n');
    }

    /** The columns that manifests usually have; of the consignor neither kind nor number is known. */
    private static boolean isColumn(Field field) {
        return field != Field.CONSIGNOR_PERSON_TYPE
                && field != Field.CONSIGNOR_EORI
                && field != Field.VAT_SHOWN_CURRENCY;
    }

    void csv(Draft draft) {
        for (var line = 0; line < Math.max(1, draft.lines()); line++) {
            for (var field : Draft.FIELDS) {
                if (!isColumn(field)) {
                    continue;
                }
                out.append(field == Field.MANIFEST ? "" : ",");
                if (field == Field.TAX_IDS) {
                    csvTaxIds(draft);
                } else if (!field.ofGoods() || line < draft.lines()) {
                    csvCell(draft.get(field, line));
                }
            }
            out.append('\n');
        }
    }

    private void csvTaxIds(Draft draft) {
        for (var i = 0; i < draft.taxIds().size(); i++) {
            var pair = draft.taxIds().get(i);
            out.append(i == 0 ? "" : ";").append(pair[0]).append(':').append(pair[1]);
        }
    }

    private void csvCell(@Nullable String text) {
        if (text == null) {
            return;
        }
        if (text.indexOf(',') < 0 && text.indexOf('"') < 0) {
            out.append(text);
        } else {
            out.append('"').append(text.replace("\"", "\"\"")).append('"');
        }
    }

    void json(Draft draft) {
        out.append('{');
        heads(draft, Field.MANIFEST, Field.DESTINATION_REGION, 0);
        object(draft, "consignor", Field.CONSIGNOR_NAME, Field.CONSIGNOR_EORI, 0);
        object(draft, "consignee", Field.CONSIGNEE_NAME, Field.CONSIGNEE_EORI, 0);
        jsonTaxIds(draft);
        heads(draft, Field.ORDER_ID, Field.INVOICE, 0);
        pieces(draft);
        heads(draft, Field.GROSS_KG, Field.INCOTERM, 0);
        object(draft, "freight", Field.FREIGHT_AMOUNT, Field.FREIGHT_CURRENCY, 0);
        object(draft, "insurance", Field.INSURANCE_AMOUNT, Field.INSURANCE_CURRENCY, 0);
        key("goods");
        out.append('[');
        for (var line = 0; line < draft.lines(); line++) {
            out.append(line == 0 ? "{" : ",{");
            heads(draft, Field.DESCRIPTION, Field.UNIT, line);
            object(draft, "value", Field.VALUE, Field.CURRENCY, line);
            heads(draft, Field.NET_KG, Field.GTIN, line);
            out.append('}');
        }
        out.append("]}\n");
    }

    private void pieces(Draft draft) {
        key("pieces");
        out.append(draft.get(Field.PIECES, 0));
    }

    private void jsonTaxIds(Draft draft) {
        if (draft.taxIds().isEmpty()) {
            return;
        }
        key("taxIds");
        for (var i = 0; i < draft.taxIds().size(); i++) {
            out.append(i == 0 ? "[{" : ",{");
            value("scheme", draft.taxIds().get(i)[0]);
            value("value", draft.taxIds().get(i)[1]);
            out.append('}');
        }
        out.append(']');
    }

    private void heads(Draft draft, Field from, Field to, int line) {
        for (var place = from.ordinal(); place <= to.ordinal(); place++) {
            var field = Draft.FIELDS[place];
            value(field.path(), draft.get(field, line));
        }
    }

    private void object(Draft draft, String name, Field from, Field to, int line) {
        if (draft.get(from, line) == null) {
            return;
        }
        key(name);
        out.append('{');
        for (var place = from.ordinal(); place <= to.ordinal(); place++) {
            var field = Draft.FIELDS[place];
            value(field.path().substring(name.length() + 1), draft.get(field, line));
        }
        out.append('}');
    }

    private void value(String name, @Nullable String text) {
        if (text != null) {
            key(name);
            out.append('"')
                    .append(text.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
    }

    private void key(String name) {
        var last = out.charAt(out.length() - 1);
        out.append(last == '{' ? "\"" : ",\"").append(name).append("\":");
    }
}
