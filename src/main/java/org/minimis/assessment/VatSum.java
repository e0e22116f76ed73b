package org.minimis.assessment;

import java.util.ArrayList;
import java.util.List;
import org.javamoney.moneta.Money;
import org.jspecify.annotations.Nullable;
import org.minimis.assessment.Items.Item;
import org.minimis.money.Amounts;
import org.minimis.regime.Case;
import org.minimis.regime.LawOfDay;
import org.minimis.regime.Roundings;
import org.minimis.regime.VatRates;
import org.minimis.regime.VatRule;

/** Reckons the VAT that is payable at import by the rule that the law chose. */
final class VatSum {

    private final ConsignmentFacts facts;
    private final String state;
    private final Case<VatRule> law;
    private final Items items;
    private @Nullable Money base;

    VatSum(ConsignmentFacts facts, String state, Case<VatRule> law, Items items) {
        this.facts = facts;
        this.state = state;
        this.law = law;
        this.items = items;
    }

    /** Gives each item its VAT and returns the sum. */
    Money reckon() {
        var rule = law.result();
        var zero = Amounts.zero(facts.law().regime().currency());
        return switch (rule.collected()) {
            case NEVER -> explained("none at import", zero);
            case AT_SALE ->
                explained(
                        facts.working().wanted()
                                ? "collected at the sale under " + rule.scheme() + ", none at import"
                                : "",
                        zero);
            case AT_IMPORT -> atImport(rule, zero);
        };
    }

    private Money atImport(VatRule rule, Money zero) {
        var charged = items.charged(rule.relievedItems());
        var asked = facts.law().vatRates(state);
        var rates = facts.caseOf(asked);
        if (rule.base().contains("freight")) {
            items.divide(facts.freight(), (item, part) -> item.freight = part);
        }
        if (rule.base().contains("insurance")) {
            items.divide(facts.insurance(), (item, part) -> item.insurance = part);
        }
        var roundings = facts.roundings();
        if (!rates.result().single()) {
            return inParts(charged, rule, asked, rates, roundings);
        }
        var sum = new ChargedByRate(zero, roundings.vat(), roundings.vatBase(), rule.inside());
        sum.charge(
                charged,
                item -> (rule.byGoods()
                                ? rates.result().rate(item.code())
                                : rates.result().standard())
                        .rate(),
                item -> base(item, rule.base()),
                (item, vat) -> item.vat = vat,
                facts.working().wanted());
        base = sum.base();
        if (facts.working().wanted()) {
            facts.working().add("vatBase", facts.law().vat(), law, baseText(charged, rule), sum.base());
            facts.working().add("vat", asked, rates, law.name() + ": " + told(sum.text()), sum.total());
        }
        return sum.total();
    }

    private Money inParts(
            List<Item> charged,
            VatRule rule,
            LawOfDay.Asked<VatRates> asked,
            Case<VatRates> rates,
            Roundings roundings) {
        var sum =
                new ChargedByParts(Amounts.zero(facts.law().regime().currency()), roundings.vat(), roundings.vatBase());
        sum.charge(
                charged,
                item -> rule.byGoods()
                        ? rates.result().rate(item.code())
                        : rates.result().standard(),
                item -> base(item, rule.base()));
        base = sum.base();
        if (facts.working().wanted()) {
            facts.working().add("vatBase", facts.law().vat(), law, baseText(charged, rule), sum.base());
            facts.working().add("vat", asked, rates, law.name() + ": " + told(sum.text()), sum.total());
        }
        return sum.total();
    }

    private static Money base(Item item, List<String> parts) {
        var base = item.customsValue;
        for (var part : parts) {
            if (!part.equals("customs_value")) {
                base = Amounts.sum(base, part(item, part));
            }
        }
        return base;
    }

    private static Money part(Item item, String part) {
        return switch (part) {
            case "customs_value" -> item.customsValue;
            case "duty" -> item.duty;
            case "freight" -> item.freight;
            case "insurance" -> item.insurance;
            case "costs" -> item.costs;
            default -> item.fees;
        };
    }

    private static String baseText(List<Item> charged, VatRule rule) {
        var parts = new ArrayList<String>();
        if (charged.isEmpty()) {
            return "no item is charged";
        }
        for (var part : rule.base()) {
            var amounts = charged.stream().map(item -> part(item, part)).toList();
            parts.add(part.replace('_', ' ') + " " + Amounts.plain(ConsignmentFacts.sum(amounts)));
        }
        return String.join(" + ", parts);
    }

    private static String told(String sums) {
        return sums.isEmpty() ? "nothing is charged" : sums;
    }

    /** What VAT was charged on; null where none is charged at import. */
    @Nullable
    Money base() {
        return base;
    }

    private Money explained(String text, Money sum) {
        if (facts.working().wanted()) {
            facts.working().add("vat", facts.law().vat(), law, law.name() + ": " + text, sum);
        }
        return sum;
    }
}
