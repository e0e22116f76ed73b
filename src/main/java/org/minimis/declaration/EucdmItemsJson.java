package org.minimis.declaration;

import org.javamoney.moneta.Money;
import org.jspecify.annotations.Nullable;
import org.minimis.assessment.Assessment;
import org.minimis.assessment.DeclaredItem;
import org.minimis.consignment.Consignment;
import org.minimis.consignment.GoodsItem;
import org.minimis.money.Amounts;

/** The goods items of a declaration, as {@link EucdmJson} writes them. */
final class EucdmItemsJson {

    private final Profile profile;
    private final String dataset;
    private final Profile.@Nullable Dataset codes;
    private final byte[] procedure;
    private final byte[] statements;

    EucdmItemsJson(Profile profile, String dataset, Profile.@Nullable Dataset codes) {
        this.profile = profile;
        this.dataset = dataset;
        this.codes = codes;
        procedure = codes == null ? new byte[0] : procedure(codes);
        statements = codes == null || codes.statements().isEmpty() ? new byte[0] : statements(codes);
    }

    void write(JsonLine out, Consignment consignment, Assessment assessment) {
        var procedures = Particulars.procedures(assessment, codes);
        out.array("items");
        for (var item : assessment.items()) {
            out.object().number("11 03", item.number());
            out.fields(procedure);
            if (!procedures.isEmpty()) {
                out.array("11 10");
                procedures.forEach(out::text);
                out.close();
            }
            out.fields(statements);
            productIdentifiers(out, assessment, item);
            itemAmounts(out, item);
            goods(out, consignment, item);
            out.end();
        }
        out.close();
    }

    private static byte[] procedure(Profile.Dataset codes) {
        return JsonLine.begin()
                .object("11 09")
                .field("001", codes.procedure())
                .field("002", codes.previousProcedure())
                .end()
                .fields();
    }

    private static byte[] statements(Profile.Dataset codes) {
        var out = JsonLine.begin().array("12 02");
        for (var statement : codes.statements()) {
            out.object().field("008", statement).end();
        }
        return out.close().fields();
    }

    private void productIdentifiers(JsonLine out, Assessment assessment, DeclaredItem item) {
        var types = codes == null ? null : codes.productIdentifiers();
        if (types == null || assessment.acceptanceDate().isBefore(types.from())) {
            return;
        }
        var skus = Particulars.identifiers(item, GoodsItem::sku);
        var manufacturers = Particulars.identifiers(item, GoodsItem::manufacturerPid);
        var gtins = Particulars.identifiers(item, GoodsItem::gtin);
        if (skus.isEmpty() && manufacturers.isEmpty() && gtins.isEmpty()) {
            return;
        }
        out.array("12 03");
        skus.forEach(value -> document(out, types.sku(), value));
        manufacturers.forEach(value -> document(out, types.manufacturer(), value));
        gtins.forEach(value -> document(out, types.gtin(), value));
        out.close();
    }

    private void itemAmounts(JsonLine out, DeclaredItem item) {
        if (isOwed(item.duty()) || isOwed(item.vat())) {
            out.array("14 03");
            tax(out, "A00", item.duty());
            tax(out, "B00", item.vat());
            out.close();
        }
        if (dataset.equals("H7")) {
            money(out, "14 14", item.intrinsicValue());
        } else {
            // Outside H7 the element is the item's price; its currency is in 14 05 of H1, and here for the others.
            money(out, "14 08", item.intrinsicValue());
        }
    }

    private void goods(JsonLine out, Consignment consignment, DeclaredItem item) {
        var code = item.commodityCode();
        if (!dataset.equals("H7")) {
            var origin = item.origin();
            var net = item.netKg();
            out.field("16 08", origin == null ? null : origin.code());
            out.field("18 01", net == null ? null : AmountText.mass(net));
        }
        out.field("18 05", item.description());
        out.array("18 06").object();
        out.number("004", Particulars.packages(consignment, item)).end().close();
        if (code != null) {
            out.object("18 09").field("056", code.subheading());
            if (dataset.equals("H1") && code.digits().length() > 6) {
                out.field("057", code.digits().substring(6, 8));
            }
            if (dataset.equals("H1") && code.digits().length() > 8) {
                out.field("058", code.digits().substring(8));
            }
            out.end();
        }
    }

    void tax(JsonLine out, String type, Money amount) {
        if (isOwed(amount)) {
            out.object()
                    .field("039", type)
                    .field("042", AmountText.of(amount, profile.form()))
                    .end();
        }
    }

    private static boolean isOwed(Money amount) {
        return Amounts.number(amount).signum() != 0;
    }

    void money(JsonLine out, String key, Money amount) {
        out.object(key)
                .field("012", amount.getCurrency().getCurrencyCode())
                .field("014", AmountText.of(amount, profile.form()))
                .end();
    }

    static void document(JsonLine out, String type, String reference) {
        out.object().field("001", reference).field("002", type).end();
    }
}
