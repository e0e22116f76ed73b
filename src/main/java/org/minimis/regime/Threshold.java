package org.minimis.regime;

import org.javamoney.moneta.Money;
import org.minimis.money.Amounts;

/** An amount of the law with which a value is compared, for example {@code <= EUR 150}. */
record Threshold(Comparator comparator, Money amount) {

    /** Is the amount itself still on the lower side? */
    boolean isInclusive() {
        return comparator == Comparator.AT_MOST || comparator == Comparator.OVER;
    }

    static Threshold parse(String text) {
        return new Threshold(Comparator.of(text), Amounts.parse(Comparator.rest(text)));
    }

    /** The same for a value of so many pieces, each held against the limit. */
    boolean holds(Money value, java.math.BigDecimal pieces, Facts facts) {
        var limit = ValueConditions.times(facts.inRegimeCurrency(amount), pieces);
        return comparator.holds(Amounts.compare(value, limit));
    }

    /** The same for a value that the manifest may state in the currency of the limit itself. */
    boolean holds(String key, Money value, Facts facts) {
        if (!amount.getCurrency().equals(value.getCurrency())) {
            var stated = facts.stated(key, amount.getCurrency());
            if (stated != null) {
                return comparator.holds(Amounts.compare(stated, amount));
            }
        }
        return holds(value, facts);
    }

    boolean holds(Money value, Facts facts) {
        var limit = facts.inRegimeCurrency(amount);
        return comparator.holds(Amounts.compare(value, limit));
    }
}
