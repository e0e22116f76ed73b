package org.minimis.money;

import java.math.BigDecimal;
import org.minimis.finding.Text;

/**
 * The one door through which written numbers enter.
 *
 * <p>Plain digits with a decimal point, no exponent, no sign, no blanks: {@code 1e1000000000} would be accepted by
 * {@code BigDecimal} at once and stop the machine at the first sum.
 */
public final class Decimals {

    private static final int WHOLE_MAX = 16;
    private static final int DECIMALS_MAX = 6;
    private static final int LONG_WHOLE_MAX = 12;
    private static final int LONG_DECIMALS_MAX = 10;

    private Decimals() {}

    /** Is this a plain number of at most sixteen digits before and six after the point? */
    public static boolean isPlain(String text) {
        return isPlain(text, WHOLE_MAX, DECIMALS_MAX);
    }

    /** Digits, and behind a point more digits. A loop and no pattern: every amount of a night comes through here. */
    private static boolean isPlain(String text, int wholeMax, int decimalsMax) {
        var whole = digits(text, 0);
        if (whole == 0 || whole > wholeMax) {
            return false;
        }
        if (whole == text.length()) {
            return true;
        }
        var decimals = digits(text, whole + 1);
        return text.charAt(whole) == '.'
                && decimals > 0
                && decimals <= decimalsMax
                && whole + 1 + decimals == text.length();
    }

    private static int digits(String text, int from) {
        var at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at - from;
    }

    /**
     * @param text plain digits with a decimal point
     * @throws IllegalArgumentException when it is not a plain number
     */
    public static BigDecimal parse(String text) {
        return parsed(text, isPlain(text), "12.50");
    }

    /**
     * An exchange rate, which may have up to ten decimals.
     *
     * @throws IllegalArgumentException when it is not a plain number
     */
    public static BigDecimal parseLong(String text) {
        return parsed(text, isPlain(text, LONG_WHOLE_MAX, LONG_DECIMALS_MAX), "1.0912");
    }

    private static BigDecimal parsed(String text, boolean isPlain, String example) {
        if (!isPlain) {
            throw new IllegalArgumentException(
                    "'%s' is not a plain number; write digits with a decimal point, for example %s"
                            .formatted(Text.clip(text), example));
        }
        return new BigDecimal(text);
    }
}
