package org.minimis.manifest;

/** Spoils consignments of a synthetic manifest, in the ways in which real ones are spoilt. */
final class GeneratedFaults {

    private static final int KINDS = 9;

    private final Dice dice;
    private final int percent;
    private String lastHouseWaybill = "XP0";

    GeneratedFaults(GeneratorOptions options) {
        this.dice = new Dice(~options.seed());
        this.percent = options.faultsPercent();
    }

    /** Spoils the draft or leaves it as it is. */
    void spoil(Draft draft) {
        var number = draft.get(Field.HOUSE_WAYBILL, 0);
        if (percent > 0 && dice.below(100) < percent) {
            spoil(draft, dice.below(KINDS));
        }
        lastHouseWaybill = number == null ? lastHouseWaybill : number;
    }

    private void spoil(Draft draft, int kind) {
        switch (kind) {
            case 0 -> draft.set(Field.HOUSE_WAYBILL, 0, lastHouseWaybill);
            case 1 -> draft.set(Field.HOUSE_WAYBILL, 0, null);
            case 2 -> draft.set(Field.DESTINATION_COUNTRY, 0, "QQ");
            case 3 -> draft.set(Field.GROSS_KG, 0, "0,85");
            case 4 -> draft.set(Field.MASTER_WAYBILL, 0, "020-12345676");
            default -> spoilGoods(draft, kind);
        }
    }

    private static void spoilGoods(Draft draft, int kind) {
        if (draft.lines() == 0) {
            draft.set(Field.PIECES, 0, "0");
            return;
        }
        switch (kind) {
            case 5 -> draft.set(Field.COMMODITY_CODE, 0, "999999");
            case 6 -> draft.set(Field.DESCRIPTION, 0, "PARTS");
            case 7 -> draft.set(Field.QUANTITY, 0, "-1");
            default -> draft.set(Field.VALUE, 0, "1e3");
        }
    }
}
