package org.minimis.manifest;

import org.jspecify.annotations.Nullable;

/**
 * A place to which parcels of a synthetic night go.
 *
 * @param perThousandEuro what a thousand euros are in its currency, roughly
 * @param decimals of its currency, 0 or 2
 * @param seller the scheme under which sellers to that place are registered; null where there is none
 * @param sellerDigits how many digits such a number has; 0 where its form is another
 */
record Place(
        String country,
        @Nullable String region,
        String town,
        String postcode,
        String currency,
        int perThousandEuro,
        int decimals,
        @Nullable String seller,
        int sellerDigits) {

    static Place of(String country, String town, String postcode, String currency, int perThousandEuro) {
        return new Place(country, null, town, postcode, currency, perThousandEuro, 2, null, 0);
    }

    /** Hundredths of a currency for EUR cents, at rates that are roughly those of 2026; never nothing. */
    long hundredths(long cents, String other) {
        var perThousand = other.equals(currency) ? perThousandEuro : perThousandEuro(other);
        return Math.max(decimals(other) == 0 ? 100 : 1, cents * perThousand / 1_000);
    }

    private static int perThousandEuro(String currency) {
        return switch (currency) {
            case "USD" -> 1_150;
            case "GBP" -> 870;
            case "CNY" -> 8_200;
            default -> 1_000;
        };
    }

    private int decimals(String other) {
        return other.equals(currency) ? decimals : 2;
    }

    /** Hundredths as an amount of that currency. */
    String amount(long hundredths, String other) {
        var units = Long.toString(hundredths / 100);
        return decimals(other) == 0 ? units : units + "." + GeneratedNight.number(hundredths % 100, 2);
    }
}
