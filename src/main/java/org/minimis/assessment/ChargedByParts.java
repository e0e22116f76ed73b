package org.minimis.assessment;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.javamoney.moneta.Money;
import org.jspecify.annotations.Nullable;
import org.minimis.assessment.Items.Item;
import org.minimis.money.Amounts;
import org.minimis.money.Rounding;
import org.minimis.regime.TaxRate;

/** Charges items with several taxes at once, each on the same base and rounded by itself, some as a share of another. */
final class ChargedByParts {

    private static final int DECIMALS = 12;

    private final Rounding rounding;
    private final @Nullable Rounding baseRounding;
    private final List<String> sums = new ArrayList<>(2);
    private Money total;
    private Money base;

    ChargedByParts(Money zero, Rounding rounding, @Nullable Rounding baseRounding) {
        this.rounding = rounding;
        this.baseRounding = baseRounding;
        this.total = zero;
        this.base = zero;
    }

    /** Gives each item its part of all the taxes together. */
    void charge(List<Item> items, Function<Item, TaxRate> rateOf, Function<Item, Money> baseOf) {
        Map<TaxRate, List<Item>> groups = new LinkedHashMap<>();
        for (var item : items) {
            groups.computeIfAbsent(rateOf.apply(item), rate -> new ArrayList<>(2))
                    .add(item);
        }
        groups.forEach((rate, group) -> chargeGroup(rate, group, baseOf));
    }

    private void chargeGroup(TaxRate rate, List<Item> group, Function<Item, Money> baseOf) {
        var bases = group.stream().map(baseOf).toList();
        var sum = ConsignmentFacts.sum(bases);
        var taxed = baseRounding == null ? sum : baseRounding.round(sum);
        var charged = Amounts.zero(sum.getCurrency());
        var known = new HashMap<String, Money>();
        for (var part : rate.parts()) {
            var tax = rounding.round(exact(part, taxed, known));
            known.put(part.name(), tax);
            charged = Amounts.sum(charged, tax);
            sums.add("%s of %s = %s".formatted(part, Amounts.plain(taxed), Amounts.plain(tax)));
        }
        var shares = Shares.of(charged, bases, rounding.unit());
        for (var i = 0; i < group.size(); i++) {
            group.get(i).vat = shares.get(i);
        }
        base = Amounts.sum(base, sum);
        total = Amounts.sum(total, charged);
    }

    private static Money exact(TaxRate.Part part, Money taxed, Map<String, Money> known) {
        var share = part.share();
        if (share == null) {
            return java.util.Objects.requireNonNull(part.rate()).of(taxed);
        }
        var other = Amounts.number(java.util.Objects.requireNonNull(known.get(share.of())));
        return Amounts.of(
                taxed.getCurrency(),
                other.multiply(share.numerator()).divide(share.denominator(), DECIMALS, RoundingMode.HALF_UP));
    }

    Money total() {
        return total;
    }

    /** What was charged on, before it was rounded. */
    Money base() {
        return base;
    }

    String text() {
        return String.join("; ", sums);
    }
}
