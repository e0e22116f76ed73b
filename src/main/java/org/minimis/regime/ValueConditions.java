package org.minimis.regime;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.javamoney.moneta.Money;
import org.jspecify.annotations.Nullable;
import org.minimis.consignment.ConsignmentType;
import org.minimis.consignment.GoodsItem;
import org.minimis.money.Amounts;
import org.minimis.money.Decimals;
import org.minimis.settings.ConfigNode;

/** Reads the conditions that compare a value with a limit. */
final class ValueConditions {

    private static final Map<String, Function<Facts, Money>> VALUES = Map.of(
            "intrinsic_value", Facts::intrinsicValue,
            "goods_value", Facts::intrinsicValue,
            "cif_value", Facts::cifValue,
            "customs_value", Facts::customsValue,
            "duty", Facts::duty,
            "vat", Facts::vat,
            "fees", Facts::fees,
            "total", facts -> facts.duty().add(facts.vat()).add(facts.fees()));

    /** Units of quantity that count pieces; in any other a line is one piece. */
    private static final Set<String> COUNTS = Set.of("PCE", "C62", "EA", "H87", "NAR", "NMB", "PR", "SET");

    private ValueConditions() {}

    /** @param types the consignments that are taken together are of these types; empty for all */
    static Predicate<Facts> value(
            String key, ConfigNode node, @Nullable Aggregation together, Set<ConsignmentType> types) {
        var of = VALUES.get(key);
        if (of == null) {
            throw node.complaint("'%s' is no condition; see LANGUAGE.md".formatted(key));
        }
        var thresholds = thresholds(node);
        if (together == null || !key.endsWith("_value")) {
            return facts -> allHold(key, thresholds, of.apply(facts), facts);
        }
        // The others' values are asked for under one name whatever the law calls the price of the goods.
        var asked = key.equals("intrinsic_value") ? "goods_value" : key;
        return facts -> {
            var others = facts.besides(together, types, asked);
            return others.isZero()
                    ? allHold(key, thresholds, of.apply(facts), facts)
                    : allHold("", thresholds, of.apply(facts).add(others), facts);
        };
    }

    /** The limits of a condition on a value of the whole consignment. */
    static List<Limit> limits(String key, ConfigNode node, Set<ConsignmentType> types) {
        var value = key.equals("intrinsic_value") ? "goods_value" : key;
        return List.of("goods_value", "cif_value", "customs_value").contains(value)
                ? Arrays.stream(thresholds(node))
                        .map(limit -> new Limit(value, limit.amount(), limit.isInclusive(), types))
                        .toList()
                : List.of();
    }

    private static Threshold[] thresholds(ConfigNode node) {
        return node.elementsOrOne().stream()
                .map(element -> element.value(Threshold::parse))
                .toArray(Threshold[]::new);
    }

    private static boolean allHold(String key, Threshold[] thresholds, Money value, Facts facts) {
        for (var threshold : thresholds) {
            if (!threshold.holds(key, value, facts)) {
                return false;
            }
        }
        return true;
    }

    /** Each goods line as a whole. */
    static Predicate<Facts> itemValue(ConfigNode node) {
        var threshold = node.value(Threshold::parse);
        return facts -> {
            for (var value : facts.itemValues()) {
                if (!threshold.holds(value, facts)) {
                    return false;
                }
            }
            return true;
        };
    }

    /** Each limit holds for every piece of every goods line, or each for some piece, not always the same. */
    static Predicate<Facts> pieceValue(ConfigNode node, boolean every) {
        var thresholds = thresholds(node);
        return facts -> {
            for (var threshold : thresholds) {
                if (!holdsForPieces(threshold, facts, every)) {
                    return false;
                }
            }
            return true;
        };
    }

    private static boolean holdsForPieces(Threshold threshold, Facts facts, boolean every) {
        var goods = facts.consignment().goods();
        for (var i = 0; i < goods.size(); i++) {
            // The limit is multiplied rather than the price divided: it stays exact.
            if (threshold.holds(facts.itemValues().get(i), pieces(goods.get(i)), facts) != every) {
                return !every;
            }
        }
        return every;
    }

    private static BigDecimal pieces(GoodsItem line) {
        var counted = line.unit() == null || COUNTS.contains(line.unit());
        return counted && line.quantity().signum() > 0 ? line.quantity() : BigDecimal.ONE;
    }

    static Predicate<Facts> grossKg(ConfigNode node) {
        var comparator = node.value(Comparator::of);
        var limit = node.value(text -> Decimals.parse(Comparator.rest(text)));
        return facts -> comparator.holds(facts.consignment().grossKg().compareTo(limit));
    }

    /** {@code together_with} compares nothing by itself, it says what the limits beside it are compared with. */
    static Predicate<Facts> always(ConfigNode when) {
        var valued = List.of("goods_value", "intrinsic_value", "cif_value", "customs_value").stream()
                .anyMatch(key -> when.optional(key).isPresent());
        if (!valued) {
            throw when.complaint("'together_with' needs a limit on goods_value, customs_value or cif_value beside it");
        }
        return facts -> true;
    }

    static Money times(Money amount, BigDecimal factor) {
        return Amounts.of(amount.getCurrency(), Amounts.number(amount).multiply(factor));
    }
}
