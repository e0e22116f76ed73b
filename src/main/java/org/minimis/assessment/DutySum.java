package org.minimis.assessment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.javamoney.moneta.Money;
import org.jspecify.annotations.Nullable;
import org.minimis.assessment.Items.Item;
import org.minimis.finding.Reason;
import org.minimis.money.Amounts;
import org.minimis.money.Rate;
import org.minimis.money.Rounding;
import org.minimis.regime.Case;
import org.minimis.regime.DutyRule;
import org.minimis.regime.Tariff;

/** Reckons the customs duty of a consignment by the rule that the law chose. */
final class DutySum {

    private final ConsignmentFacts facts;
    private final Case<DutyRule> law;
    private final Items items;

    DutySum(ConsignmentFacts facts, Case<DutyRule> law, Items items) {
        this.facts = facts;
        this.law = law;
        this.items = items;
    }

    /** Gives each item its duty and returns the sum. */
    Money reckon() {
        var rule = law.result();
        if (rule instanceof DutyRule.Flat flat) {
            return flat(flat);
        }
        if (rule instanceof DutyRule.FlatRate flatRate) {
            return byRate(
                    items.charged(flatRate.relievedItems()),
                    Map.of(),
                    flatRate.rate(),
                    flatRate.deduct(),
                    relieved(rule));
        }
        if (rule instanceof DutyRule.OfBuckets buckets) {
            var roundings = facts.roundings();
            var sum = new BucketSum(facts, buckets.rows(), roundings);
            var duty = sum.reckon(items.charged(buckets.relievedItems()));
            return explained((sum.text().isEmpty() ? "nothing is charged" : sum.text()) + relieved(rule), duty);
        }
        if (rule instanceof DutyRule.OfTariff tariff) {
            var charged = items.charged(tariff.relievedItems());
            return byRate(charged, rates(tariff.tariff(), charged), null, null, relieved(rule));
        }
        return explained("none", Amounts.zero(facts.law().regime().currency()));
    }

    private String relieved(DutyRule rule) {
        return rule.relievedItems() == null
                ? ""
                : "; items that fit under %s are free".formatted(Amounts.text(rule.relievedItems()));
    }

    private Money flat(DutyRule.Flat flat) {
        var currency = facts.law().regime().currency();
        var amount =
                flat.amount().getCurrency().equals(currency) ? flat.amount() : facts.inRegimeCurrency(flat.amount());
        var sum = Amounts.zero(currency);
        var per = flat.per().unit(facts.law().regime().readings());
        var units = new UnitCount(per, facts);
        var rounding = facts.roundings().duty();
        for (var item : items.charged(flat.relievedItems())) {
            item.duty = units.charge(amount, item, rounding);
            sum = Amounts.sum(sum, item.duty);
        }
        if (!facts.working().wanted()) {
            return sum;
        }
        var converted = amount.equals(flat.amount()) ? "" : " (%s)".formatted(Amounts.text(amount));
        return explained(
                "%s %s(s) × %s%s%s"
                        .formatted(units.counted(), per.word(), Amounts.text(flat.amount()), converted, relieved(flat)),
                sum);
    }

    private static Map<Item, Rate> rates(Tariff tariff, List<Item> charged) {
        var rates = new HashMap<Item, Rate>();
        for (var item : charged) {
            var code = item.code();
            if (code == null) {
                throw new ReferralException(
                        Reason.MISSING_COMMODITY_CODE,
                        "goods",
                        "the tariff cannot be read without a commodity code",
                        null);
            }
            var line = tariff.line(code.subheading());
            if (line.rate() == null) {
                throw new ReferralException(
                        Reason.NO_SINGLE_TARIFF_RATE,
                        "goods",
                        "tariff '%s' has no single rate under %s: %s; a person must classify the goods further"
                                .formatted(tariff.name(), code.subheading(), line.note()),
                        null);
            }
            rates.put(item, line.rate());
        }
        return rates;
    }

    private Money byRate(
            List<Item> charged, Map<Item, Rate> rates, @Nullable Rate one, @Nullable Money deduct, String relieved) {
        var zero = Amounts.zero(facts.law().regime().currency());
        var roundings = facts.roundings();
        var sum = new ChargedByRate(zero, roundings.duty(), roundings.dutyBase(), false);
        sum.charge(
                charged,
                item -> one != null ? one : rates.get(item),
                item -> item.customsValue,
                (item, duty) -> item.duty = duty,
                facts.working().wanted());
        var text = sum.text().isEmpty() ? "nothing is charged" : sum.text();
        if (deduct == null) {
            return explained(text + relieved, sum.total());
        }
        var left = less(charged, sum.total(), facts.inRegimeCurrency(deduct), roundings.duty());
        return explained(text + ", less " + Amounts.text(deduct) + relieved, left);
    }

    /** Takes an amount off the duty of the consignment and divides what is left as the duty was. */
    private static Money less(List<Item> charged, Money duty, Money deduct, Rounding rounding) {
        var left = rounding.round(
                Amounts.compare(duty, deduct) > 0
                        ? Amounts.difference(duty, deduct)
                        : Amounts.zero(duty.getCurrency()));
        var shares = Shares.of(left, charged.stream().map(item -> item.duty).toList(), rounding.unit());
        for (var i = 0; i < charged.size(); i++) {
            charged.get(i).duty = shares.get(i);
        }
        return left;
    }

    private Money explained(String text, Money sum) {
        if (facts.working().wanted()) {
            facts.working().add("duty", facts.law().duty(), law, law.name() + ": " + text, sum);
        }
        return sum;
    }
}
