package org.minimis.money;

import java.math.BigDecimal;
import javax.money.CurrencyUnit;
import org.javamoney.moneta.Money;
import org.jspecify.annotations.Nullable;

/**
 * Amounts that have come up before. Moneta makes every amount by way of its text; most amounts of a night are small, recur, and
 * cost a tenth when they are looked up.
 *
 * <p>Each place holds the last amount that fell on it. Several threads may write one place at once: whichever stays is whole.
 */
final class RememberedAmounts {

    private static final int PLACES = 1 << 10;

    /** Up to so many digits the hash of a number and its scale tell it from every other. */
    private static final int DIGITS_MAX = 9;

    private static final @Nullable Known[] KNOWN = new Known[PLACES];

    private record Known(int hash, int scale, CurrencyUnit currency, Money amount) {}

    private RememberedAmounts() {}

    static Money of(CurrencyUnit currency, BigDecimal number) {
        if (number.precision() > DIGITS_MAX) {
            return Money.of(number, currency);
        }
        var hash = number.hashCode();
        var mixed = (hash + System.identityHashCode(currency)) * 0x9e3779b9;
        var place = mixed >>> 32 - Integer.numberOfTrailingZeros(PLACES);
        var known = KNOWN[place];
        if (known != null && known.hash == hash && known.scale == number.scale() && known.currency == currency) {
            return known.amount;
        }
        var amount = Money.of(number, currency);
        KNOWN[place] = new Known(hash, number.scale(), currency, amount);
        return amount;
    }
}
