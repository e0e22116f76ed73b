package org.minimis.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.javamoney.moneta.Money;
import org.minimis.assessment.Items.Item;
import org.minimis.finding.Reason;
import org.minimis.money.Amounts;
import org.minimis.money.Rounding;
import org.minimis.regime.Unit;

/** How often a fixed amount falls on each item in turn, when it is charged once for a unit. */
final class UnitCount {

    private final Unit per;
    private final ConsignmentFacts facts;
    private final List<String> seen = new ArrayList<>(2);
    private int count;
    private BigDecimal measured = BigDecimal.ZERO;

    UnitCount(Unit per, ConsignmentFacts facts) {
        this.per = per;
        this.facts = facts;
    }

    /** What falls on that item; an amount for a measure is rounded, one for a count needs none. */
    Money charge(Money each, Item item, Rounding rounding) {
        if (!per.isMeasured()) {
            var times = times(item);
            count += times;
            return times == 1
                    ? each
                    : Amounts.of(each.getCurrency(), Amounts.number(each).multiply(BigDecimal.valueOf(times)));
        }
        var measure = measure(item);
        measured = measured.add(measure);
        return rounding.round(
                Amounts.of(each.getCurrency(), Amounts.number(each).multiply(measure)));
    }

    private int times(Item item) {
        return switch (per) {
            case ITEM -> 1;
            case LINE -> item.lines.size();
            case SUBHEADING -> first(item.code() == null ? "" : item.code().subheading());
            case CONSIGNMENT -> first("");
            case PACKAGE -> first("") * facts.consignment().pieces();
            default -> throw new IllegalStateException(per + " is measured, not counted");
        };
    }

    private int first(String key) {
        if (seen.contains(key)) {
            return 0;
        }
        seen.add(key);
        return 1;
    }

    private BigDecimal measure(Item item) {
        if (per == Unit.GROSS_KILOGRAM) {
            return first("") == 1 ? facts.consignment().grossKg() : BigDecimal.ZERO;
        }
        var sum = BigDecimal.ZERO;
        for (var line : item.lines) {
            var measure = per == Unit.NET_KILOGRAM
                    ? line.netKg()
                    : (per == Unit.LITRE) == "LTR".equals(line.unit()) ? line.quantity() : null;
            if (measure == null) {
                throw new ReferralException(
                        Reason.MISSING_FIELD,
                        "goods",
                        "the charge is per %s, which the manifest does not give; add it".formatted(per.word()),
                        null);
            }
            sum = sum.add(measure);
        }
        return sum;
    }

    /** How many of them so far. */
    String counted() {
        return per.isMeasured() ? measured.stripTrailingZeros().toPlainString() : Integer.toString(count);
    }
}
