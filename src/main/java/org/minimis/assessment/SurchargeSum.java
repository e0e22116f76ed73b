package org.minimis.assessment;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import org.javamoney.moneta.Money;
import org.minimis.assessment.Items.Item;
import org.minimis.money.Amounts;
import org.minimis.money.Rate;
import org.minimis.regime.Case;
import org.minimis.regime.LawOfDay;
import org.minimis.regime.SurchargeRule;

/** Reckons the duties on top of the duty: each item is asked by itself, because they follow its origin. */
final class SurchargeSum {

    private final ConsignmentFacts facts;
    private final Items items;

    SurchargeSum(ConsignmentFacts facts, Items items) {
        this.facts = facts;
        this.items = items;
    }

    /** Adds to each item's duty and returns the sum of what was added. */
    Money reckon() {
        var sum = Amounts.zero(facts.law().regime().currency());
        for (var asked : facts.law().surcharges()) {
            sum = Amounts.sum(sum, surcharge(asked));
        }
        return sum;
    }

    private Money surcharge(LawOfDay.Asked<SurchargeRule> asked) {
        var rates = new IdentityHashMap<Item, Rate>();
        var charged = new ArrayList<Item>();
        Case<SurchargeRule> law = null;
        for (var item : items.all()) {
            var found = facts.caseOf(asked, new ItemFacts(facts, item));
            var rate = found.result().rate();
            law = law == null || rate != null ? found : law;
            if (rate != null) {
                rates.put(item, rate);
                charged.add(item);
            }
        }
        var roundings = facts.roundings();
        var sum = new ChargedByRate(
                Amounts.zero(facts.law().regime().currency()), roundings.duty(), roundings.dutyBase(), false);
        sum.charge(
                charged,
                rates::get,
                item -> item.customsValue,
                (item, more) -> item.duty = Amounts.sum(item.duty, more),
                facts.working().wanted());
        if (facts.working().wanted() && law != null) {
            var text = charged.isEmpty() ? "nothing is charged" : sum.text();
            facts.working()
                    .add("surcharge", asked, law, asked.subject() + ", " + law.name() + ": " + text, sum.total());
        }
        return sum.total();
    }
}
