package org.minimis.manifest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A night of an express carrier to the European Union, Great Britain and Northern Ireland. */
final class EuropeanTrade implements Trade {

    private static final List<String> EU_CURRENCIES = List.of("EUR", "EUR", "EUR", "EUR", "EUR", "EUR", "USD", "CNY");
    private static final List<String> GB_CURRENCIES = List.of("GBP", "GBP", "GBP", "GBP", "GBP", "EUR", "USD", "CNY");
    private static final List<String> DISPATCH = List.of("CN", "CN", "CN", "CN", "HK", "US", "JP", "KR", "TR");
    private static final List<Place> PLACES = List.of(
            union("DE", "LEIPZIG", "04109"),
            union("DE", "BERLIN", "10115"),
            union("FR", "LYON", "69001"),
            union("FR", "PARIS", "75011"),
            union("IT", "MILANO", "20121"),
            union("ES", "MADRID", "28013"),
            union("NL", "UTRECHT", "3511 AB"),
            union("BE", "LIEGE", "4000"),
            union("PL", "POZNAN", "61-001"),
            union("SE", "MALMO", "211 20"),
            union("AT", "LINZ", "4020"),
            union("IE", "CORK", "T12 X7C1"),
            Place.of("GB", "LEEDS", "LS1 4AP", "GBP", 870),
            Place.of("GB", "CARDIFF", "CF10 1EP", "GBP", 870),
            union("XI", "BELFAST", "BT1 5GS"));

    private static Place union(String country, String town, String postcode) {
        return Place.of(country, town, postcode, "EUR", 1_000);
    }

    @Override
    public Place place(Dice dice) {
        return dice.pick(PLACES);
    }

    @Override
    public String channel(Dice dice) {
        return "EXPRESS";
    }

    @Override
    public String type(Dice dice) {
        var at = dice.below(1_000);
        if (at < 820) {
            return "B2C";
        }
        return at < 890 ? "B2B" : at < 950 ? "C2C" : at < 980 ? "DOCUMENTS" : "RETURN";
    }

    @Override
    public String dispatch(Dice dice, Place place) {
        return dice.pick(DISPATCH);
    }

    @Override
    public String currency(Dice dice, Place place) {
        return dice.pick(isBritish(place) ? GB_CURRENCIES : EU_CURRENCIES);
    }

    private static boolean isBritish(Place place) {
        return place.country().equals("GB");
    }

    @Override
    public @Nullable String @Nullable [] seller(Dice dice, Place place) {
        return !isBritish(place) && dice.perMille(480) ? new @Nullable String[] {"IOSS", Invention.ioss(dice)} : null;
    }

    @Override
    public @Nullable String @Nullable [] business(Dice dice, Place place) {
        return null;
    }

    @Override
    public String eori(Dice dice, Place place) {
        return Invention.eori(dice, place.country());
    }

    @Override
    public int dearPerMille() {
        return 60;
    }

    @Override
    public int dearer(Dice dice) {
        return 6;
    }

    @Override
    public int giftCentsMax() {
        return 4_400;
    }

    @Override
    public long freight(int cents, String currency, Place place) {
        return cents;
    }
}
