package org.minimis.money;

import java.math.BigDecimal;
import org.javamoney.moneta.Money;

/**
 * A share of an amount, such as a rate of duty or VAT.
 *
 * @param percent zero or more, exact: 19 for 19 %
 */
public record Rate(BigDecimal percent) {

    public Rate {
        percent = percent.stripTrailingZeros();
        if (percent.signum() < 0) {
            throw new IllegalArgumentException("a rate of %s %% is below zero".formatted(percent.toPlainString()));
        }
    }

    /**
     * A rate with its unit, for example {@code 19 %} or {@code 2.5 %}.
     *
     * @throws IllegalArgumentException when it is not number, space, per cent sign
     */
    public static Rate parse(String text) {
        if (!text.endsWith(" %") || !Decimals.isPlain(text.substring(0, text.length() - 2))) {
            throw new IllegalArgumentException(
                    "'%s' is not a rate; write number, space, per cent sign, for example '19 %%'".formatted(text));
        }
        return new Rate(Decimals.parse(text.substring(0, text.length() - 2)));
    }

    /** The exact share of {@code amount}, not rounded. */
    public Money of(Money amount) {
        return Amounts.of(
                amount.getCurrency(), Amounts.number(amount).multiply(percent).movePointLeft(2));
    }

    /** As it is written in the law files: {@code 19 %}. */
    @Override
    public String toString() {
        return percent.toPlainString() + " %";
    }
}
