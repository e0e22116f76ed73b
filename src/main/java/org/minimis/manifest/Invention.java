package org.minimis.manifest;

import java.util.List;

/** Invented people, firms and numbers whose check digits are right. */
final class Invention {

    /** A place of destination. */
    record Town(String country, String name, String postcode) {}

    static final List<Town> TOWNS = List.of(
            new Town("DE", "LEIPZIG", "04109"),
            new Town("DE", "BERLIN", "10115"),
            new Town("FR", "LYON", "69001"),
            new Town("FR", "PARIS", "75011"),
            new Town("IT", "MILANO", "20121"),
            new Town("ES", "MADRID", "28013"),
            new Town("NL", "UTRECHT", "3511 AB"),
            new Town("BE", "LIEGE", "4000"),
            new Town("PL", "POZNAN", "61-001"),
            new Town("SE", "MALMO", "211 20"),
            new Town("AT", "LINZ", "4020"),
            new Town("IE", "CORK", "T12 X7C1"),
            new Town("GB", "LEEDS", "LS1 4AP"),
            new Town("GB", "CARDIFF", "CF10 1EP"),
            new Town("XI", "BELFAST", "BT1 5GS"));

    private static final List<String> FIRST = List.of(
            "ADA", "BRUNO", "CLARA", "DARIO", "ELSA", "FELIX", "GRETA", "HUGO", "IDA", "JONAS", "KARLA", "LEO", "MARTA",
            "NILS", "OLGA", "PAUL");
    private static final List<String> LAST = List.of(
            "SAMPLE",
            "EXEMPEL",
            "BEISPIEL",
            "ESEMPIO",
            "EJEMPLO",
            "VOORBEELD",
            "PRZYKLAD",
            "EXEMPLE",
            "MUSTER",
            "SPECIMEN");
    private static final List<String> SELLERS = List.of(
            "BRIGHT PEAK TRADING CO", "LOTUS HARBOUR SUPPLY LTD", "NINE RIVERS GADGETS CO", "SILVER CRANE EXPORT LTD");
    private static final List<String> IOSS_STATES = List.of("276", "372", "442", "528", "250");

    private Invention() {}

    static String person(Dice dice) {
        return dice.pick(FIRST) + " " + dice.pick(LAST);
    }

    static String firm(Dice dice) {
        return dice.pick(LAST) + " HANDEL " + dice.between(1, 99);
    }

    static String seller(Dice dice) {
        return dice.pick(SELLERS);
    }

    static String street(Dice dice) {
        return dice.between(1, 180) + " " + dice.pick(LAST) + " STREET";
    }

    /** One of forty sellers, so that a number comes again. */
    static String ioss(Dice dice) {
        return "IM" + dice.pick(IOSS_STATES) + "10000" + dice.between(10, 49);
    }

    static String eori(Dice dice, String country) {
        return country + dice.digits(12);
    }

    static String airWaybill(Dice dice) {
        var serial = dice.between(1_000_000, 9_999_999);
        return "020-" + serial + serial % 7;
    }

    static String gtin(Dice dice) {
        var digits = "4" + dice.digits(11);
        var sum = 0;
        for (var i = 0; i < 12; i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return digits + (10 - sum % 10) % 10;
    }
}
