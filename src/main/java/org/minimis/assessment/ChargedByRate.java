package org.minimis.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.javamoney.moneta.Money;
import org.jspecify.annotations.Nullable;
import org.minimis.assessment.Items.Item;
import org.minimis.money.Amounts;
import org.minimis.money.Rate;
import org.minimis.money.Rounding;

/**
 * Charges items at their rates: the bases of one rate are summed, the share is taken and rounded once, and each item gets
 * its part of it.
 */
final class ChargedByRate {

    private static final int DECIMALS = 12;

    private final Rounding rounding;
    private final @Nullable Rounding baseRounding;
    private final boolean inside;
    private final List<String> sums = new ArrayList<>(1);
    private Money total;
    private Money base;

    /**
     * @param baseRounding of what one rate is charged on; null: not rounded
     * @param inside the charge is part of its own base
     */
    ChargedByRate(Money zero, Rounding rounding, @Nullable Rounding baseRounding, boolean inside) {
        this.rounding = rounding;
        this.baseRounding = baseRounding;
        this.inside = inside;
        this.total = zero;
        this.base = zero;
    }

    void charge(
            List<Item> items,
            Function<Item, Rate> rateOf,
            Function<Item, Money> baseOf,
            BiConsumer<Item, Money> receive,
            boolean explain) {
        if (items.size() == 1) {
            chargeGroup(rateOf.apply(items.get(0)), items, baseOf, receive, explain);
            return;
        }
        Map<Rate, List<Item>> groups = new LinkedHashMap<>();
        for (var item : items) {
            groups.computeIfAbsent(rateOf.apply(item), rate -> new ArrayList<>(2))
                    .add(item);
        }
        groups.forEach((rate, group) -> chargeGroup(rate, group, baseOf, receive, explain));
    }

    private void chargeGroup(
            Rate rate,
            List<Item> group,
            Function<Item, Money> baseOf,
            BiConsumer<Item, Money> receive,
            boolean explain) {
        var bases = new ArrayList<Money>(group.size());
        for (var item : group) {
            bases.add(baseOf.apply(item));
        }
        var sum = ConsignmentFacts.sum(bases);
        var taxed = taxed(rate, sum);
        var exact = rate.of(taxed);
        var charged = rounding.round(exact);
        var shares = Shares.of(charged, bases, unit());
        for (var i = 0; i < group.size(); i++) {
            receive.accept(group.get(i), shares.get(i));
        }
        base = Amounts.sum(base, inside ? taxed : sum);
        total = Amounts.sum(total, charged);
        if (explain) {
            sums.add("%s of %s = %s, rounded %s to %s"
                    .formatted(rate, taxedText(sum, taxed), Amounts.plain(exact), rounding, Amounts.plain(charged)));
        }
    }

    private Money taxed(Rate rate, Money sum) {
        if (!inside) {
            return baseRounding == null ? sum : baseRounding.round(sum);
        }
        var rest = BigDecimal.ONE.subtract(rate.percent().movePointLeft(2));
        var whole = Amounts.of(
                sum.getCurrency(), Amounts.number(sum).divide(rest, DECIMALS, java.math.RoundingMode.HALF_UP));
        return baseRounding == null ? whole : baseRounding.round(whole);
    }

    private String taxedText(Money sum, Money taxed) {
        if (inside) {
            return "%s (%s with the tax inside)".formatted(Amounts.plain(taxed), Amounts.plain(sum));
        }
        return baseRounding == null
                ? Amounts.plain(sum)
                : "%s (%s rounded %s)".formatted(Amounts.plain(taxed), Amounts.plain(sum), baseRounding);
    }

    private BigDecimal unit() {
        return rounding.unit();
    }

    Money total() {
        return total;
    }

    /** What was charged on, all rates together. */
    Money base() {
        return base;
    }

    /** The sums in words; empty unless they were asked for. */
    String text() {
        return String.join("; ", sums);
    }
}
