package org.minimis.declaration;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.javamoney.moneta.Money;
import org.minimis.money.Amounts;

/** How an amount is written in a declaration: with the currency's decimals, none lost, no more than the form takes. */
final class AmountText {

    private static final int DIGITS_MAX = 16;

    private AmountText() {}

    /** Can the form hold that amount without losing any of it? */
    static boolean fits(Money amount, Form form) {
        var number = Amounts.number(amount);
        var scale = number.scale();
        if (scale > form.decimalsMax()) {
            number = number.stripTrailingZeros();
            scale = number.scale();
        }
        return scale <= form.decimalsMax() && number.precision() - scale + form.decimalsMax() <= DIGITS_MAX;
    }

    static String of(Money amount, Form form) {
        var number = Amounts.number(amount);
        var currency = amount.getCurrency();
        var decimals = Math.min(form.decimalsMax(), Math.max(0, currency.getDefaultFractionDigits()));
        if (number.scale() != decimals) {
            number = number.stripTrailingZeros();
            number = number.setScale(Math.max(number.scale(), decimals), RoundingMode.UNNECESSARY);
        }
        return number.toPlainString();
    }

    /** A mass in kilograms, as many decimals as it needs. */
    static String mass(BigDecimal kg) {
        return kg.toPlainString();
    }
}
