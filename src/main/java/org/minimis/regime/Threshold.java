package org.minimis.regime;

import org.javamoney.moneta.Money;
import org.minimis.money.Amounts;

/** An amount of the law with which a value is compared, for example {@code <= EUR 150}. */
record Threshold(Comparator comparator, Money amount) {

    static Threshold parse(String text) {
        return new Threshold(Comparator.of(text), Amounts.parse(Comparator.rest(text)));
    }

    boolean holds(Money value, Facts facts) {
        var limit = facts.inRegimeCurrency(amount);
        return comparator.holds(value.getNumber().compareTo(limit.getNumber()));
    }
}
