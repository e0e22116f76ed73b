package org.minimis.consignment;

import java.util.regex.Pattern;

/**
 * Where the goods stand in the tariff.
 *
 * @param digits six (HS subheading), eight (CN) or ten (TARIC, HTS) digits, no dots or spaces
 */
public record CommodityCode(String digits) {

    private static final Pattern FORM = Pattern.compile("\\d{6}(\\d{2}){0,2}");

    public CommodityCode {
        if (!isValid(digits)) {
            throw new IllegalArgumentException(
                    "'%s' is not a commodity code; give 6, 8 or 10 digits without dots".formatted(digits));
        }
    }

    /** Has it the form of a commodity code? */
    public static boolean isValid(String digits) {
        return FORM.matcher(digits).matches();
    }

    /** The first six digits, all that a low-value declaration needs. */
    public String subheading() {
        return digits.substring(0, 6);
    }

    @Override
    public String toString() {
        return digits;
    }
}
