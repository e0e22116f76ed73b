package org.minimis.manifest;

import org.minimis.manifest.PlainKeys.Kind;

/** The keys of a consignment in JSON, in the order in which they mostly stand. They learn, so each reader has its own. */
final class ConsignmentKeys {

    private ConsignmentKeys() {}

    /** The keys of the line itself. */
    static PlainKeys root() {
        var keys = new PlainKeys();
        for (var field : Draft.FIELDS) {
            switch (field) {
                case CONSIGNOR_NAME -> keys.add("consignor", Kind.OBJECT, field, PlainKeys.under("consignor."));
                case CONSIGNEE_NAME -> keys.add("consignee", Kind.OBJECT, field, PlainKeys.under("consignee."));
                case TAX_IDS -> keys.add("taxIds", Kind.TAX_IDS, field, null);
                case PIECES -> keys.add("pieces", Kind.COUNT, field, null);
                case FREIGHT_AMOUNT -> keys.add("freight", Kind.OBJECT, field, PlainKeys.under("freight."));
                case INSURANCE_AMOUNT -> keys.add("insurance", Kind.OBJECT, field, PlainKeys.under("insurance."));
                case DESCRIPTION -> keys.add("goods", Kind.GOODS, field, null);
                default -> addText(keys, field, false);
            }
        }
        return keys;
    }

    /** The keys of a goods line. */
    static PlainKeys goodsLine() {
        var keys = new PlainKeys();
        for (var field : Draft.FIELDS) {
            switch (field) {
                case VALUE -> keys.add("value", Kind.OBJECT, field, PlainKeys.under("value."));
                case VAT_SHOWN -> keys.add("vatShown", Kind.TEXT_OR_OBJECT, field, PlainKeys.under("vatShown."));
                default -> addText(keys, field, true);
            }
        }
        return keys;
    }

    private static void addText(PlainKeys keys, Field field, boolean ofGoods) {
        if (field.ofGoods() == ofGoods && field.path().indexOf('.') < 0) {
            keys.add(field.path(), Kind.TEXT, field, null);
        }
    }

    /** Scheme and value, which are no fields of their own: they count as the first two. */
    static PlainKeys taxId() {
        return new PlainKeys()
                .add("scheme", Kind.TEXT, Draft.FIELDS[0], null)
                .add("value", Kind.TEXT, Draft.FIELDS[1], null);
    }
}
