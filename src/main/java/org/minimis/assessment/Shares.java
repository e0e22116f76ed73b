package org.minimis.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.javamoney.moneta.Money;
import org.minimis.money.Amounts;

/** Divides an amount among parts without losing or gaining a cent. */
final class Shares {

    private static final int DECIMALS = 12;

    private Shares() {}

    /**
     * Shares of {@code total} in proportion to {@code weights}, each a multiple of {@code unit}; what is left over goes, unit
     * by unit, to the largest remainders, the earlier part first where two are equal.
     *
     * @param total a multiple of {@code unit}, zero or more
     * @param weights zero or more; where all are zero the first part takes all
     */
    static List<Money> of(Money total, List<Money> weights, BigDecimal unit) {
        var currency = total.getCurrency();
        if (weights.size() == 1) {
            return List.of(total);
        }
        var sum = weights.stream().map(Amounts::number).reduce(BigDecimal.ZERO, BigDecimal::add);
        var shares = new ArrayList<Money>(weights.size());
        if (total.isZero() || sum.signum() == 0) {
            for (var i = 0; i < weights.size(); i++) {
                shares.add(i == 0 ? total : Amounts.zero(currency));
            }
            return shares;
        }
        for (var units : units(Amounts.number(total).divide(unit, 0, RoundingMode.UNNECESSARY), weights, sum)) {
            shares.add(Amounts.of(currency, units.multiply(unit)));
        }
        return shares;
    }

    private static BigDecimal[] units(BigDecimal total, List<Money> weights, BigDecimal sum) {
        var units = new BigDecimal[weights.size()];
        var remainders = new BigDecimal[weights.size()];
        var left = total;
        for (var i = 0; i < units.length; i++) {
            var exact = total.multiply(Amounts.number(weights.get(i))).divide(sum, DECIMALS, RoundingMode.DOWN);
            units[i] = exact.setScale(0, RoundingMode.DOWN);
            remainders[i] = exact.subtract(units[i]);
            left = left.subtract(units[i]);
        }
        for (; left.signum() > 0; left = left.subtract(BigDecimal.ONE)) {
            var largest = 0;
            for (var i = 1; i < remainders.length; i++) {
                if (remainders[i].compareTo(remainders[largest]) > 0) {
                    largest = i;
                }
            }
            units[largest] = units[largest].add(BigDecimal.ONE);
            remainders[largest] = BigDecimal.ONE.negate();
        }
        return units;
    }
}
