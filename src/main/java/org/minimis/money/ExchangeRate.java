package org.minimis.money;

import java.math.BigDecimal;
import java.time.LocalDate;
import javax.money.CurrencyUnit;
import org.javamoney.moneta.Money;

/**
 * A rate of exchange that customs uses for a stretch of days.
 *
 * @param base the currency in which customs reckons
 * @param foreign the currency of the invoice
 * @param unitsPerBase foreign units for one unit of the base, above zero, as published
 * @param from first day on which it applies
 * @param to last day on which it applies
 * @param source who published it and where
 */
public record ExchangeRate(
        CurrencyUnit base, CurrencyUnit foreign, BigDecimal unitsPerBase, LocalDate from, LocalDate to, String source) {

    public ExchangeRate {
        if (unitsPerBase.signum() <= 0) {
            throw new IllegalArgumentException("a rate of %s %s per %s is not above zero"
                    .formatted(unitsPerBase, foreign.getCurrencyCode(), base.getCurrencyCode()));
        }
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a rate from %s to %s ends before it begins".formatted(from, to));
        }
    }

    /** {@code amount} of the foreign currency in the base currency, rounded once, by the law's own rounding. */
    public Money convert(Money amount, Rounding rounding) {
        var scale = Math.max(0, rounding.unit().scale());
        if (rounding.unit().unscaledValue().equals(java.math.BigInteger.ONE)) {
            return Amounts.of(base, Amounts.number(amount).divide(unitsPerBase, scale, rounding.mode()));
        }
        var units = Amounts.number(amount).divide(unitsPerBase.multiply(rounding.unit()), 0, rounding.mode());
        return Amounts.of(base, units.multiply(rounding.unit()));
    }
}
