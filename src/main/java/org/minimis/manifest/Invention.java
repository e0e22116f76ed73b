package org.minimis.manifest;

import java.util.List;

/** Invented people, firms and numbers whose check digits are right. */
final class Invention {

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

    static String vat(Dice dice, String country) {
        return country + dice.digits(9);
    }

    /** A postal item's number (Universal Postal Union S10), with its check digit. */
    static String s10(long serial, String country) {
        var digits = GeneratedNight.number(Math.floorMod(serial, 100_000_000L), 8);
        for (var check = '0'; check <= '9'; check++) {
            var number = "LX" + digits + check + country;
            if (CheckDigits.isS10(number)) {
                return number;
            }
        }
        throw new IllegalStateException("every eight digits have a check digit");
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
