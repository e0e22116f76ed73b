package org.minimis.manifest;

import org.jspecify.annotations.Nullable;

/** Makes the consignments of a synthetic manifest, one after the other, of a mixed night at an express carrier. */
final class GeneratedNight {

    private static final int[] ITEMS_PER_MILLE = {700, 890, 960, 990, 1_000};

    private final Dice dice;
    private final GoodsMix mix;
    private final Trade trade;
    private final GeneratorOptions options;
    private final String manifest;
    private final String masterWaybill;
    private final String arrival;
    private final Draft draft = new Draft();

    GeneratedNight(GeneratorOptions options, GoodsMix mix, Trade trade) {
        this.trade = trade;
        this.options = options;
        this.mix = mix;
        this.dice = new Dice(options.seed());
        var day = options.arrivalDay().toString();
        this.manifest = "MAN-" + day.replace("-", "") + "-" + number(Math.floorMod(options.seed(), 10_000), 4);
        this.masterWaybill = Invention.airWaybill(dice);
        this.arrival = day + "T04:30:00Z";
    }

    /** The next consignment; the draft is the same one every time. */
    Draft next(long ordinal) {
        draft.clear(Field::path);
        carriage(ordinal);
        var place = trade.place(dice);
        var type = trade.type(dice);
        head(Field.TYPE, type);
        head(Field.DESTINATION_COUNTRY, place.country());
        head(Field.DESTINATION_REGION, place.region());
        var dispatch = trade.dispatch(dice, place);
        head(Field.DISPATCH_COUNTRY, dispatch);
        consignor(dispatch, type);
        consignee(place, type);
        head(Field.PIECES, dice.perMille(960) ? "1" : String.valueOf(dice.between(2, 4)));
        var currency = trade.currency(dice, place);
        if (type.equals("DOCUMENTS")) {
            head(Field.GROSS_KG, kilograms(dice.between(50, 900)));
        } else {
            commerce(ordinal, type, place, currency);
            goods(type, place, currency, dispatch);
        }
        return draft;
    }

    private void head(Field field, @Nullable String text) {
        draft.set(field, 0, text);
    }

    private void carriage(long ordinal) {
        head(Field.MANIFEST, manifest);
        head(Field.MASTER_WAYBILL, masterWaybill);
        head(Field.CARRIER, "XP");
        head(Field.FLIGHT, "XP0207");
        head(Field.ARRIVAL_AIRPORT, "LEJ");
        head(Field.ARRIVAL, arrival);
        var channel = trade.channel(dice);
        head(Field.CHANNEL, channel);
        head(
                Field.HOUSE_WAYBILL,
                channel.equals("POST")
                        ? Invention.s10(ordinal, "XP")
                        : "XP" + number(Math.floorMod(options.seed(), 10_000), 4) + number(ordinal, 9));
    }

    private void consignor(String country, String type) {
        head(Field.CONSIGNOR_NAME, type.equals("C2C") ? Invention.person(dice) : Invention.seller(dice));
        head(Field.CONSIGNOR_STREET, Invention.street(dice));
        head(Field.CONSIGNOR_CITY, "EXAMPLE CITY");
        head(Field.CONSIGNOR_COUNTRY, country);
    }

    private void consignee(Place place, String type) {
        var legal = type.equals("B2B");
        head(Field.CONSIGNEE_NAME, legal ? Invention.firm(dice) : Invention.person(dice));
        head(Field.CONSIGNEE_STREET, Invention.street(dice));
        head(Field.CONSIGNEE_CITY, place.town());
        head(Field.CONSIGNEE_POSTCODE, place.postcode());
        head(Field.CONSIGNEE_COUNTRY, place.country());
        head(Field.CONSIGNEE_PERSON_TYPE, legal ? "LEGAL" : "NATURAL");
        if (legal) {
            head(Field.CONSIGNEE_EORI, trade.eori(dice, place));
            taxId(trade.business(dice, place));
        }
    }

    private void commerce(long ordinal, String type, Place place, String currency) {
        head(Field.INVOICE, "INV-" + number(ordinal, 9));
        head(Field.INCOTERM, dice.perMille(600) ? "DAP" : "DDP");
        head(Field.FREIGHT_AMOUNT, freight(place, currency));
        head(Field.FREIGHT_CURRENCY, currency);
        head(Field.INSURANCE_AMOUNT, place.amount(0, currency));
        head(Field.INSURANCE_CURRENCY, currency);
        if (!type.equals("C2C")) {
            head(Field.ORDER_ID, "ORD-" + number(ordinal, 9));
        }
        if (type.equals("B2C")) {
            taxId(trade.seller(dice, place));
        }
    }

    private void taxId(@Nullable String @Nullable [] pair) {
        if (pair != null) {
            draft.taxIds().add(pair);
        }
    }

    private String freight(Place place, String currency) {
        var cents = dice.perMille(450) ? 0 : dice.between(90, 1_200);
        return place.amount(cents == 0 ? 0 : trade.freight(cents, currency, place), currency);
    }

    private void goods(String type, Place place, String currency, String dispatch) {
        var roll = dice.below(1_000);
        var items = 1;
        while (roll >= ITEMS_PER_MILLE[items - 1]) {
            items++;
        }
        var dear = !type.equals("C2C") && dice.perMille(trade.dearPerMille());
        var grams = dice.between(40, 250);
        for (var line = 0; line < items; line++) {
            grams += goodsLine(line, items, type, place, currency, dispatch, dear);
        }
        head(Field.GROSS_KG, kilograms(grams));
    }

    /** Answers the net mass in grams. */
    private int goodsLine(
            int line, int items, String type, Place place, String currency, String dispatch, boolean dear) {
        var kind = mix.pick(dice);
        draft.addGoods();
        var quantity = dice.perMille(750) ? 1 : dice.between(2, 4);
        var cents = kind.price(dice) * quantity * (dear ? trade.dearer(dice) : 1);
        if (type.equals("C2C")) {
            cents = Math.min(cents, trade.giftCentsMax() / items);
        }
        var grams = kind.mass(dice) * quantity;
        draft.set(Field.DESCRIPTION, line, kind.description());
        draft.set(Field.COMMODITY_CODE, line, dice.perMille(20) ? null : kind.subheading());
        draft.set(Field.QUANTITY, line, String.valueOf(quantity));
        draft.set(Field.UNIT, line, "PCE");
        draft.set(Field.VALUE, line, place.amount(place.hundredths(cents, currency), currency));
        draft.set(Field.CURRENCY, line, currency);
        draft.set(Field.NET_KG, line, kilograms(grams));
        draft.set(Field.ORIGIN, line, dice.perMille(700) ? dispatch : dice.pick(kind.origins()));
        if (!type.equals("C2C")) {
            draft.set(Field.SKU, line, "SKU-" + dice.between(10_000, 99_999));
            draft.set(Field.MANUFACTURER_PID, line, dice.perMille(850) ? "MFG-" + dice.between(1_000, 9_999) : null);
            draft.set(Field.GTIN, line, dice.perMille(600) ? Invention.gtin(dice) : null);
        }
        return grams;
    }

    private static String kilograms(int grams) {
        return grams / 1_000 + "." + number(grams % 1_000, 3);
    }

    static String number(long number, int digits) {
        var text = Long.toString(number);
        return text.length() >= digits ? text : "0".repeat(digits - text.length()) + text;
    }
}
