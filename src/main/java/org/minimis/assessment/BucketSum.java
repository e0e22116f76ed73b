package org.minimis.assessment;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.javamoney.moneta.Money;
import org.minimis.assessment.Items.Item;
import org.minimis.money.Amounts;
import org.minimis.money.Rate;
import org.minimis.regime.Bucket;
import org.minimis.regime.Roundings;

/** Charges items by a simplified tariff: a rate or a specific amount for each broad kind of goods. */
final class BucketSum {

    private final ConsignmentFacts facts;
    private final List<Bucket> rows;
    private final Roundings roundings;
    private final List<String> texts = new ArrayList<>(1);
    private Money total;

    BucketSum(ConsignmentFacts facts, List<Bucket> rows, Roundings roundings) {
        this.facts = facts;
        this.rows = rows;
        this.roundings = roundings;
        this.total = Amounts.zero(facts.law().regime().currency());
    }

    /** Gives each item its duty and returns the sum. */
    Money reckon(List<Item> charged) {
        var rates = new IdentityHashMap<Item, Rate>();
        var byRate = new ArrayList<Item>();
        for (var item : charged) {
            var row = row(item);
            if (row.rate() != null) {
                rates.put(item, row.rate());
                byRate.add(item);
            } else {
                specific(row, item);
            }
        }
        var sum = new ChargedByRate(Amounts.zero(total.getCurrency()), roundings.duty(), roundings.dutyBase(), false);
        sum.charge(
                byRate,
                rates::get,
                item -> item.customsValue,
                (item, duty) -> item.duty = duty,
                facts.working().wanted());
        if (!sum.text().isEmpty()) {
            texts.add(sum.text());
        }
        return Amounts.sum(total, sum.total());
    }

    private Bucket row(Item item) {
        for (var row : rows) {
            if (row.holds(item.code())) {
                var referral = row.referral();
                if (referral != null) {
                    throw new ReferralException(
                            referral.reason(), "goods", row.name() + ": " + referral.say(), referral.needs());
                }
                return row;
            }
        }
        throw new IllegalStateException("a simplified tariff holds all goods");
    }

    private void specific(Bucket row, Item item) {
        var amount = row.amount();
        if (amount == null) {
            throw new IllegalStateException("a row without rate has an amount");
        }
        var units = new UnitCount(row.per(), facts);
        item.duty = units.charge(facts.inRegimeCurrency(amount), item, roundings.duty());
        total = Amounts.sum(total, item.duty);
        texts.add("%s: %s %s(s) × %s"
                .formatted(row.name(), units.counted(), row.per().word(), Amounts.text(amount)));
    }

    /** The sums in words. */
    String text() {
        return String.join("; ", texts);
    }
}
