package org.minimis.manifest;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads plain numbers from their bytes. What it does not read, {@link org.minimis.money.Decimals} reads or refuses. */
final class PlainNumbers {

    private static final int WHOLE_MAX = 12;
    private static final int DECIMALS_MAX = 6;

    private PlainNumbers() {}

    /** Digits, and behind a point more digits; null where it is anything else or long. */
    static @Nullable BigDecimal decimal(byte[] bytes, int from, int to) {
        var number = 0L;
        var at = from;
        while (at < to && isDigit(bytes[at])) {
            number = 10 * number + bytes[at++] - '0';
            if (at - from > WHOLE_MAX) {
                return null;
            }
        }
        if (at == to) {
            return at == from ? null : BigDecimal.valueOf(number);
        }
        var decimals = to - at - 1;
        if (at == from || bytes[at] != '.' || decimals < 1 || decimals > DECIMALS_MAX) {
            return null;
        }
        for (at++; at < to; at++) {
            if (!isDigit(bytes[at])) {
                return null;
            }
            number = 10 * number + bytes[at] - '0';
        }
        return BigDecimal.valueOf(number, decimals);
    }

    /** A whole number of at most nine digits, or -1. */
    static int count(byte[] bytes, int from, int to) {
        if (from == to || to - from > 9) {
            return -1;
        }
        var number = 0;
        for (var at = from; at < to; at++) {
            if (!isDigit(bytes[at])) {
                return -1;
            }
            number = 10 * number + bytes[at] - '0';
        }
        return number;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
