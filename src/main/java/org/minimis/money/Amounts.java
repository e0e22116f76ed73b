package org.minimis.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import org.javamoney.moneta.Money;
import org.minimis.finding.Text;

/**
 * The door through which amounts of money enter and leave.
 *
 * <p>Amounts are exact and never pass through binary floating point. Currencies are remembered, because Moneta finds one
 * by asking each of its providers.
 */
public final class Amounts {

    private static final Map<String, CurrencyUnit> CURRENCIES = new ConcurrentHashMap<>();

    private Amounts() {}

    /**
     * The currency of an ISO 4217 code.
     *
     * @throws IllegalArgumentException when there is no such currency
     */
    public static CurrencyUnit currency(String code) {
        var known = CURRENCIES.get(code);
        if (known != null) {
            return known;
        }
        if (!isCode(code) || !Monetary.isCurrencyAvailable(code)) {
            throw new IllegalArgumentException("'%s' is not an ISO 4217 currency; write three letters, for example EUR"
                    .formatted(Text.clip(code)));
        }
        return CURRENCIES.computeIfAbsent(code, Monetary::getCurrency);
    }

    /** Is there such a currency? */
    public static boolean isCurrency(String code) {
        return CURRENCIES.containsKey(code) || (isCode(code) && Monetary.isCurrencyAvailable(code));
    }

    /** Three capitals: Moneta takes a code for a regular expression, to which {@code U.D} would be a currency. */
    private static boolean isCode(String code) {
        return code.length() == 3 && code.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    }

    /** An exact amount. */
    public static Money of(CurrencyUnit currency, BigDecimal number) {
        return RememberedAmounts.of(currency, number);
    }

    /** An exact amount from a plain number, for example {@code of("EUR", "12.50")}. */
    public static Money of(String currency, String number) {
        return of(currency(currency), Decimals.parse(number));
    }

    /**
     * An amount with its unit, for example {@code EUR 150} or {@code GBP 135.00}.
     *
     * @throws IllegalArgumentException when it is not currency, space, number
     */
    public static Money parse(String text) {
        var space = text.indexOf(' ');
        if (space != 3 || !Decimals.isPlain(text.substring(4))) {
            throw new IllegalArgumentException(
                    "'%s' is not an amount; write currency, space, number, for example 'EUR 150.00'".formatted(text));
        }
        return of(text.substring(0, 3), text.substring(4));
    }

    /** Nothing, in that currency. */
    public static Money zero(CurrencyUnit currency) {
        return of(currency, BigDecimal.ZERO);
    }

    /** The number alone. */
    public static BigDecimal number(Money amount) {
        var number = amount.getNumberStripped();
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    /**
     * What two amounts come to.
     *
     * @throws javax.money.MonetaryException when their currencies differ
     */
    public static Money sum(Money one, Money other) {
        if (other.isZero() || one.getCurrency() != other.getCurrency()) {
            // Moneta gives the amount itself back, or refuses.
            return one.add(other);
        }
        return one.isZero() ? other : of(one.getCurrency(), number(one).add(number(other)));
    }

    /**
     * What is left of an amount without another.
     *
     * @throws javax.money.MonetaryException when their currencies differ
     */
    public static Money difference(Money whole, Money part) {
        if (part.isZero() || whole.getCurrency() != part.getCurrency()) {
            return whole.subtract(part);
        }
        return of(whole.getCurrency(), number(whole).subtract(number(part)));
    }

    /**
     * Below zero, zero or above zero as the first amount is below, at or above the other.
     *
     * @throws javax.money.MonetaryException when their currencies differ
     */
    public static int compare(Money one, Money other) {
        if (one.getCurrency() != other.getCurrency()) {
            // It refuses two currencies; two objects of one currency it compares.
            return one.isGreaterThan(other) ? 1 : one.isEqualTo(other) ? 0 : -1;
        }
        return one.compareTo(other);
    }

    /** The number with at least the currency's decimals and none lost, for example {@code 22.42}. */
    public static String plain(Money amount) {
        var number = number(amount).stripTrailingZeros();
        var decimals = Math.max(0, amount.getCurrency().getDefaultFractionDigits());
        return number.setScale(Math.max(number.scale(), decimals), RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    /** Currency and number, for example {@code EUR 22.42}. */
    public static String text(Money amount) {
        return amount.getCurrency().getCurrencyCode() + " " + plain(amount);
    }
}
