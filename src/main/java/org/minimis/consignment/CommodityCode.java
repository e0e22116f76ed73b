package org.minimis.consignment;

/**
 * Where the goods stand in the tariff.
 *
 * @param digits six (HS subheading), eight (CN) or ten (TARIC, HTS) digits, no dots or spaces
 */
public record CommodityCode(String digits) {

    public CommodityCode {
        if (!isValid(digits)) {
            throw new IllegalArgumentException(
                    "'%s' is not a commodity code; give 6, 8 or 10 digits without dots".formatted(digits));
        }
    }

    /** Has it the form of a commodity code? */
    public static boolean isValid(String digits) {
        var length = digits.length();
        if (length != 6 && length != 8 && length != 10) {
            return false;
        }
        for (var i = 0; i < length; i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                return false;
            }
        }
        return true;
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
