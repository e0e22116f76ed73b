package org.minimis.assessment;

import java.util.ArrayList;
import java.util.List;
import org.javamoney.moneta.Money;
import org.minimis.money.Amounts;
import org.minimis.regime.Case;
import org.minimis.regime.FeeRule;
import org.minimis.regime.LawOfDay;

/** Reckons the charges beside duty and VAT. */
final class FeeSum {

    private final ConsignmentFacts facts;
    private final Items items;

    FeeSum(ConsignmentFacts facts, Items items) {
        this.facts = facts;
        this.items = items;
    }

    List<Assessment.Fee> reckon() {
        var fees = new ArrayList<Assessment.Fee>(0);
        for (var asked : facts.law().fees()) {
            var fee = fee(asked);
            if (fee.isPositive()) {
                fees.add(new Assessment.Fee(asked.subject(), fee));
            }
        }
        return fees;
    }

    private Money fee(LawOfDay.Asked<FeeRule> asked) {
        var law = facts.caseOf(asked);
        var currency = facts.law().regime().currency();
        var amount = law.result().amount();
        var share = law.result().share();
        if (share != null) {
            return share(asked, law, share);
        }
        if (amount == null) {
            return Amounts.zero(currency);
        }
        var each = facts.inRegimeCurrency(amount);
        var sum = Amounts.zero(currency);
        var units = new UnitCount(law.result().per(), facts);
        var rounding = facts.roundings().vat();
        var plus = law.result().plus();
        for (var item : items.all()) {
            var fee = units.charge(each, item, rounding);
            fee = plus == null ? fee : Amounts.sum(fee, rounding.round(plus.of(fee)));
            if (law.result().owedToCarrier()) {
                item.costs = Amounts.sum(item.costs, fee);
            } else {
                item.fees = Amounts.sum(item.fees, fee);
            }
            sum = Amounts.sum(sum, fee);
        }
        if (facts.working().wanted()) {
            facts.working()
                    .add(
                            "fees",
                            asked,
                            law,
                            "%s: %s per %s%s%s"
                                    .formatted(
                                            asked.subject(),
                                            Amounts.text(amount),
                                            law.result().per().word(),
                                            plus == null ? "" : " and " + plus + " on it",
                                            law.result().owedToCarrier() ? ", owed to the carrier" : ""),
                            sum);
        }
        return law.result().owedToCarrier() ? Amounts.zero(currency) : sum;
    }

    private Money share(LawOfDay.Asked<FeeRule> asked, Case<FeeRule> law, FeeRule.Share share) {
        var value = facts.customsValue();
        var rounding = facts.roundings().vat();
        var fee = rounding.round(
                share.of(value, facts.inRegimeCurrency(share.least()), facts.inRegimeCurrency(share.most())));
        var first = items.all().get(0);
        first.fees = Amounts.sum(first.fees, fee);
        if (facts.working().wanted()) {
            facts.working()
                    .add(
                            "fees",
                            asked,
                            law,
                            "%s: %s of %s, not below %s and not above %s"
                                    .formatted(
                                            asked.subject(),
                                            share.rate(),
                                            Amounts.plain(value),
                                            Amounts.text(share.least()),
                                            Amounts.text(share.most())),
                            fee);
        }
        return fee;
    }
}
