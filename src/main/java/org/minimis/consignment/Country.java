package org.minimis.consignment;

/**
 * A country or territory.
 *
 * @param code two capital letters of ISO 3166-1, and XI for Northern Ireland and XK for Kosovo, which customs uses beside
 *     them
 */
public record Country(String code) {

    private static final Country[] REMEMBERED = new Country[26 * 26];

    static {
        for (var i = 0; i < REMEMBERED.length; i++) {
            REMEMBERED[i] = new Country("" + (char) ('A' + i / 26) + (char) ('A' + i % 26));
        }
    }

    public Country {
        if (!isValid(code)) {
            throw new IllegalArgumentException("'%s' is not a country; write two capital letters".formatted(code));
        }
    }

    /** Has it the form of a country code? Whether there is such a country, the table of countries says. */
    public static boolean isValid(String code) {
        return code.length() == 2 && isCapital(code.charAt(0)) && isCapital(code.charAt(1));
    }

    public static Country of(String code) {
        return isValid(code) ? REMEMBERED[(code.charAt(0) - 'A') * 26 + code.charAt(1) - 'A'] : new Country(code);
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }

    @Override
    public String toString() {
        return code;
    }
}
