package org.minimis.regime;

import java.util.ArrayList;
import java.util.List;
import org.javamoney.moneta.Money;
import org.jspecify.annotations.Nullable;
import org.minimis.money.Amounts;
import org.minimis.money.Rate;
import org.minimis.settings.ConfigNode;

/** Reads how duty is reckoned: the kinds of sum of {@link DutyRule}, and duties on top of it. */
final class DutyResults {

    private static final List<String> KEYS =
            List.of("flat", "per", "rate", "of", "deduct", "tariff", "buckets", "relieve_items");

    private final NamedSets sets;

    DutyResults(NamedSets sets) {
        this.sets = sets;
    }

    DutyRule duty(ConfigNode node) {
        if (node.isScalar()) {
            return Results.none(node, new DutyRule.None());
        }
        var keys = node.entries(KEYS);
        var relieved = Results.relieved(node);
        if (keys.containsKey("flat")) {
            return new DutyRule.Flat(
                    node.required("flat").value(Amounts::parse),
                    node.required("per").value(Per::of),
                    relieved);
        }
        ofCustomsValue(node);
        if (keys.containsKey("rate")) {
            return new DutyRule.FlatRate(node.required("rate").value(Rate::parse), amount(node, "deduct"), relieved);
        }
        if (keys.containsKey("buckets")) {
            return new DutyRule.OfBuckets(buckets(node.required("buckets")), relieved);
        }
        return new DutyRule.OfTariff(sets.tariff(node.required("tariff")), relieved);
    }

    private static void ofCustomsValue(ConfigNode node) {
        Results.words(node.required("of"), List.of("customs_value"));
    }

    private static @Nullable Money amount(ConfigNode node, String key) {
        return node.optional(key).map(n -> n.value(Amounts::parse)).orElse(null);
    }

    private List<Bucket> buckets(ConfigNode table) {
        var rows = new ArrayList<Bucket>();
        for (var row : table.elements()) {
            rows.add(bucket(row));
        }
        if (rows.isEmpty() || rows.get(rows.size() - 1).goods() != null) {
            throw table.complaint("the last row is for all other goods; add one without 'goods'");
        }
        return rows;
    }

    private Bucket bucket(ConfigNode row) {
        var keys = row.entries(List.of("goods", "rate", "amount", "per", "refer", "note", "confidence"));
        var given = List.of("rate", "amount", "refer").stream()
                .filter(keys::containsKey)
                .count();
        if (given != 1) {
            throw row.complaint("a row gives one of 'rate', 'amount' and 'refer'");
        }
        return new Bucket(
                row.optional("goods").map(sets::goods).orElse(null),
                row.optional("rate").map(n -> n.value(Rate::parse)).orElse(null),
                amount(row, "amount"),
                keys.containsKey("amount") ? row.required("per").value(Unit::of) : Unit.ITEM,
                row.optional("refer").map(Results::referral).orElse(null));
    }

    SurchargeRule surcharge(ConfigNode node) {
        if (node.isScalar()) {
            return Results.none(node, new SurchargeRule(null));
        }
        node.entries(List.of("rate", "of"));
        ofCustomsValue(node);
        return new SurchargeRule(node.required("rate").value(Rate::parse));
    }
}
