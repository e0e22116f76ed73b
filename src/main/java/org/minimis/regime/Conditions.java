package org.minimis.regime;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.minimis.consignment.Channel;
import org.minimis.consignment.Consignment;
import org.minimis.consignment.ConsignmentType;
import org.minimis.consignment.Country;
import org.minimis.consignment.GoodsItem;
import org.minimis.consignment.PersonType;
import org.minimis.settings.ConfigNode;

/** Reads the conditions of a case ({@code when}) into plain predicates, once, when the law is loaded. */
final class Conditions {

    private static final Map<String, Predicate<GoodsItem>> GIVEN = Map.of(
            "commodityCode", line -> line.commodityCode() != null,
            "origin", line -> line.origin() != null,
            "sku", line -> line.sku() != null,
            "manufacturerPid", line -> line.manufacturerPid() != null,
            "gtin", line -> line.gtin() != null,
            "netKg", line -> line.netKg() != null);

    /** What a condition may ask only after it has been found. */
    private static final Map<String, Answers> FOUND_BY = Map.of(
            "duty", Answers.DUTY,
            "duty_kind", Answers.DUTY,
            "fees", Answers.FEE,
            "vat", Answers.VAT,
            "vat_scheme", Answers.VAT,
            "total", Answers.VAT,
            "customs_value", Answers.CUSTOMS_VALUE);

    private static final Set<String> GOODS = Set.of("goods", "no_goods", "all_goods");

    /** They look at the goods lines alone, or at a figure that has been found: asking them changes nothing and never fails. */
    private static final Set<String> PURE = Set.of(
            "goods",
            "no_goods",
            "all_goods",
            "origin",
            "some_origin",
            "some_origin_not",
            "territory",
            "lacks",
            "code_digits",
            "gross_kg",
            "together_with",
            "vat_scheme",
            "duty_kind");

    private final NamedSets sets;

    Conditions(NamedSets sets) {
        this.sets = sets;
    }

    List<Condition> read(ConfigNode when, Answers asker) {
        var conditions = new ArrayList<Condition>();
        var together = when.optional("together_with")
                .map(node -> node.value(Aggregation::of))
                .orElse(null);
        for (var entry : when.entries().entrySet()) {
            var key = entry.getKey();
            var node = entry.getValue();
            var finder = FOUND_BY.get(key);
            if (finder != null && finder.compareTo(asker) >= 0) {
                throw node.complaint("'%s' is found only after this question is answered".formatted(key));
            }
            var named = GOODS.contains(key)
                    ? node.elementsOrOne().stream().map(sets::goods).toList()
                    : List.<GoodsSet>of();
            var ofShape = ofShape(key, node);
            conditions.add(new Condition(
                    key + " " + written(node),
                    ofShape == null ? predicate(key, node, when, together) : facts -> ofShape.test(facts.consignment()),
                    ofShape,
                    ofShape == null && !PURE.contains(key),
                    named,
                    ValueConditions.limits(key, node, types(when))));
        }
        return conditions;
    }

    private static String written(ConfigNode node) {
        return String.join(
                " or ", node.elementsOrOne().stream().map(ConfigNode::text).toList());
    }

    private Predicate<Facts> predicate(String key, ConfigNode node, ConfigNode when, @Nullable Aggregation together) {
        return switch (key) {
            case "origin" -> origin(node);
            case "some_origin" -> someOrigin(node, true);
            case "some_origin_not" -> someOrigin(node, false);
            case "goods" -> goods(node);
            case "no_goods" -> goods(node).negate();
            case "all_goods" -> allGoods(node);
            case "territory" -> territory(node);
            case "lacks" -> lacks(node);
            case "code_digits" -> codeDigits(node);
            case "item_value" -> ValueConditions.itemValue(node);
            case "piece_value" -> ValueConditions.pieceValue(node, true);
            case "some_piece_value" -> ValueConditions.pieceValue(node, false);
            case "gross_kg" -> ValueConditions.grossKg(node);
            case "together_with" -> ValueConditions.always(when);
            case "vat_scheme" -> word(node, Facts::vatScheme);
            case "duty_kind" -> word(node, Facts::dutyKind);
            default -> ValueConditions.value(key, node, together, types(when));
        };
    }

    /** A condition that the shape of a consignment decides; null for the others. */
    private static @Nullable Predicate<Consignment> ofShape(String key, ConfigNode node) {
        return switch (key) {
            case "type" -> oneOf(node, ConsignmentType::valueOf, Consignment::type);
            case "channel" -> oneOf(node, Channel::valueOf, Consignment::channel);
            case "person" -> oneOf(node, PersonType::valueOf, c -> c.consignee().personType());
            case "dispatched_from" -> oneOf(node, Country::of, Consignment::dispatchCountry);
            case "destination" -> oneOf(node, Country::of, Consignment::destinationCountry);
            case "region" -> oneOf(node, Function.identity(), Consignment::destinationRegion);
            case "has" -> has(node);
            case "has_not" -> has(node).negate();
            default -> null;
        };
    }

    /** A case for some types of consignments takes no others together with them. */
    private static Set<ConsignmentType> types(ConfigNode when) {
        var types = java.util.EnumSet.noneOf(ConsignmentType.class);
        when.optional("type")
                .ifPresent(node -> node.elementsOrOne()
                        .forEach(one -> types.add(one.value(text -> parse(ConsignmentType::valueOf, text)))));
        return Set.copyOf(types);
    }

    private static <T> Predicate<Consignment> oneOf(
            ConfigNode node, Function<String, T> parser, Function<Consignment, ? extends @Nullable T> of) {
        Set<T> allowed = new HashSet<>();
        for (var element : node.elementsOrOne()) {
            allowed.add(element.value(text -> parse(parser, text)));
        }
        return consignment -> {
            var value = of.apply(consignment);
            return value != null && allowed.contains(value);
        };
    }

    private static <T> T parse(Function<String, T> parser, String text) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'%s' is not known here".formatted(text), e);
        }
    }

    private static Predicate<Facts> word(ConfigNode node, Function<Facts, String> of) {
        var allowed =
                Set.copyOf(node.elementsOrOne().stream().map(ConfigNode::text).toList());
        return facts -> allowed.contains(of.apply(facts));
    }

    private static Predicate<Facts> origin(ConfigNode node) {
        var allowed = new HashSet<Country>();
        node.elementsOrOne().forEach(element -> allowed.add(element.value(Country::of)));
        return every(line -> line.origin() != null && allowed.contains(line.origin()));
    }

    private static Predicate<Facts> someOrigin(ConfigNode node, boolean among) {
        var allowed = new HashSet<Country>();
        node.elementsOrOne().forEach(element -> allowed.add(element.value(Country::of)));
        return any(line -> line.origin() != null && allowed.contains(line.origin()) == among);
    }

    private static Predicate<Consignment> has(ConfigNode node) {
        var schemes = node.elementsOrOne().stream().map(ConfigNode::text).toList();
        return consignment -> {
            for (var id : consignment.taxIds()) {
                if (schemes.contains(id.scheme())) {
                    return true;
                }
            }
            return false;
        };
    }

    private Predicate<Facts> allGoods(ConfigNode node) {
        var goods = goodsSet(node);
        return every(line -> {
            var code = line.commodityCode();
            return code != null && goods.holds(code);
        });
    }

    private Predicate<Facts> goods(ConfigNode node) {
        var goods = goodsSet(node);
        return any(line -> {
            var code = line.commodityCode();
            return code != null && goods.holds(code);
        });
    }

    /** The goods of all the sets that are named. */
    private GoodsSet goodsSet(ConfigNode node) {
        return GoodsSet.union(node.elementsOrOne().stream().map(sets::goods).toList());
    }

    private Predicate<Facts> territory(ConfigNode node) {
        var territory = sets.territory(node);
        return facts -> territory.holds(facts.consignment());
    }

    private static Predicate<Facts> lacks(ConfigNode node) {
        var given = new ArrayList<Predicate<GoodsItem>>();
        for (var element : node.elementsOrOne()) {
            var one = GIVEN.get(element.text());
            if (one == null) {
                throw element.complaint("'%s' is no field of a goods line; known are %s"
                        .formatted(
                                element.text(),
                                String.join(
                                        ", ", GIVEN.keySet().stream().sorted().toList())));
            }
            given.add(one);
        }
        return any(line -> {
            for (var one : given) {
                if (!one.test(line)) {
                    return true;
                }
            }
            return false;
        });
    }

    private static Predicate<Facts> codeDigits(ConfigNode node) {
        var comparator = node.value(Comparator::of);
        var digits = node.value(text -> new BigDecimal(
                org.minimis.money.Decimals.parse(Comparator.rest(text)).toBigInteger()));
        return any(line -> {
            var code = line.commodityCode();
            return code != null
                    && comparator.holds(
                            BigDecimal.valueOf(code.digits().length()).compareTo(digits));
        });
    }

    /** Does some goods line pass? */
    private static Predicate<Facts> any(Predicate<GoodsItem> test) {
        return facts -> {
            var goods = facts.consignment().goods();
            for (var i = 0; i < goods.size(); i++) {
                if (test.test(goods.get(i))) {
                    return true;
                }
            }
            return false;
        };
    }

    private static Predicate<Facts> every(Predicate<GoodsItem> test) {
        return any(test.negate()).negate();
    }
}
