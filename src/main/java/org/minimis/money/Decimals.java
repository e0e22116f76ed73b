package org.minimis.money;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.minimis.finding.Text;

/**
 * The one door through which written numbers enter.
 *
 * <p>Plain digits with a decimal point, no exponent, no sign, no blanks: {@code 1e1000000000} would be accepted by
 * {@code BigDecimal} at once and stop the machine at the first sum.
 */
public final class Decimals {

    private static final int LENGTH_MAX = 24;
    private static final Pattern FORM = Pattern.compile("\\d{1,16}(\\.\\d{1,6})?");
    private static final Pattern LONG_FORM = Pattern.compile("\\d{1,12}(\\.\\d{1,10})?");

    private Decimals() {}

    /** Is this a plain number of at most sixteen digits before and six after the point? */
    public static boolean isPlain(String text) {
        return text.length() <= LENGTH_MAX && FORM.matcher(text).matches();
    }

    /**
     * @param text plain digits with a decimal point
     * @throws IllegalArgumentException when it is not a plain number
     */
    public static BigDecimal parse(String text) {
        if (!isPlain(text)) {
            throw new IllegalArgumentException(
                    "'%s' is not a plain number; write digits with a decimal point, for example 12.50"
                            .formatted(Text.clip(text)));
        }
        return new BigDecimal(text);
    }

    /**
     * An exchange rate, which may have up to ten decimals.
     *
     * @throws IllegalArgumentException when it is not a plain number
     */
    public static BigDecimal parseLong(String text) {
        if (text.length() > LENGTH_MAX || !LONG_FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "'%s' is not a plain number; write digits with a decimal point, for example 1.0912"
                            .formatted(Text.clip(text)));
        }
        return new BigDecimal(text);
    }
}
