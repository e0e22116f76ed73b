package org.minimis.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.javamoney.moneta.Money;
import org.minimis.money.Amounts;

/** Amounts as the book stores them, {@code NUMERIC(19,4)}: whole numbers of the ten-thousandth part of a unit. */
public final class TenThousandths {

    private static final int SCALE = 4;
    /** Fourteen digits before the point; a sum of them that outgrows the book is refused, never wrapped. */
    private static final BigDecimal AMOUNT_MAX = BigDecimal.TEN.pow(14);

    private TenThousandths() {}

    /** Can the book hold this amount? */
    public static boolean fits(Money amount) {
        return Amounts.number(amount).abs().compareTo(AMOUNT_MAX) < 0;
    }

    /**
     * An amount that is due, exactly.
     *
     * @throws ArithmeticException when it has more than four decimals or is too large
     */
    public static long exact(Money amount) {
        return whole(Amounts.number(amount).setScale(SCALE, RoundingMode.UNNECESSARY));
    }

    /** A value that is shown beside what is due. The law charged the exact one; the book keeps four decimals of it. */
    public static long shown(Money amount) {
        return whole(Amounts.number(amount).setScale(SCALE, RoundingMode.HALF_UP));
    }

    /** The number that {@code amount} ten-thousandths stand for. */
    public static BigDecimal number(long amount) {
        return BigDecimal.valueOf(amount, SCALE);
    }

    /** Likewise as money. */
    public static Money money(String currency, long amount) {
        return Amounts.of(Amounts.currency(currency), number(amount));
    }

    /** What a column of the book holds. */
    public static long of(BigDecimal column) {
        return whole(column.setScale(SCALE, RoundingMode.UNNECESSARY));
    }

    /** The digits, without a detour by way of a large integer. */
    private static long whole(BigDecimal number) {
        return number.scaleByPowerOfTen(SCALE).longValueExact();
    }
}
