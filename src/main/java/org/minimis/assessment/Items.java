package org.minimis.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.javamoney.moneta.Money;
import org.jspecify.annotations.Nullable;
import org.minimis.consignment.CommodityCode;
import org.minimis.consignment.GoodsItem;
import org.minimis.money.Amounts;

/**
 * The items of a declaration: goods lines with the same commodity code, description and origin are one item, and what
 * belongs to the consignment as a whole is divided among them by value.
 */
final class Items {

    /** One item while it is assessed. Amounts in the regime's currency. */
    static final class Item {
        final List<GoodsItem> lines = new ArrayList<>(2);
        Money value;
        Money customsValue;
        Money duty;
        Money fees;
        Money costs;
        Money freight;
        Money insurance;
        Money vat;

        Item(GoodsItem line, Money value) {
            this.lines.add(line);
            this.value = value;
            this.customsValue = value;
            this.duty = Amounts.zero(value.getCurrency());
            this.fees = duty;
            this.costs = duty;
            this.freight = duty;
            this.insurance = duty;
            this.vat = duty;
        }

        /** The price of its lines in the currency of the invoice. */
        Money invoiced() {
            var sum = lines.get(0).intrinsicValue();
            for (var i = 1; i < lines.size(); i++) {
                sum = Amounts.sum(sum, lines.get(i).intrinsicValue());
            }
            return sum;
        }

        @Nullable
        CommodityCode code() {
            return lines.get(0).commodityCode();
        }
    }

    private final ConsignmentFacts facts;
    private final List<Item> items = new ArrayList<>(2);

    /** @param fullCode do all digits of the code tell items apart, or its first six? */
    Items(ConsignmentFacts facts, boolean fullCode) {
        this.facts = facts;
        var lines = facts.consignment().goods();
        for (var i = 0; i < lines.size(); i++) {
            add(lines.get(i), facts.itemValues().get(i), fullCode);
        }
        if (!items.isEmpty()) {
            divideCustomsValue();
        }
    }

    private void add(GoodsItem line, Money value, boolean fullCode) {
        for (var item : items) {
            if (same(item.lines.get(0), line, fullCode)) {
                item.lines.add(line);
                item.value = Amounts.sum(item.value, value);
                item.customsValue = item.value;
                return;
            }
        }
        items.add(new Item(line, value));
    }

    private static boolean same(GoodsItem a, GoodsItem b, boolean fullCode) {
        return a.description().equals(b.description())
                && Objects.equals(a.origin(), b.origin())
                && sameCode(a.commodityCode(), b.commodityCode(), fullCode);
    }

    private static boolean sameCode(@Nullable CommodityCode a, @Nullable CommodityCode b, boolean fullCode) {
        if (a == null || b == null) {
            return a == b;
        }
        return fullCode ? a.equals(b) : a.digits().regionMatches(0, b.digits(), 0, 6);
    }

    private void divideCustomsValue() {
        var besides = Amounts.difference(facts.customsValue(), facts.intrinsicValue());
        if (besides.isNegative()) {
            // A part of the retail price: the value is divided itself, for there is nothing beside the price.
            divide(facts.customsValue(), (item, part) -> item.customsValue = part);
        } else if (!besides.isZero()) {
            divide(besides, (item, part) -> item.customsValue = Amounts.sum(item.value, part));
        }
    }

    /** Gives each item its part, by value, of what belongs to the consignment as a whole. */
    void divide(Money total, BiConsumer<Item, Money> receive) {
        if (items.size() == 1) {
            receive.accept(items.get(0), total);
            return;
        }
        var unit = facts.roundings().conversion().unit();
        var shares = Shares.of(total, values(), unit);
        for (var i = 0; i < items.size(); i++) {
            receive.accept(items.get(i), shares.get(i));
        }
    }

    List<Item> all() {
        return items;
    }

    List<Money> values() {
        return items.stream().map(item -> item.value).toList();
    }

    /** The items that a relief of single items leaves to be charged. */
    List<Item> charged(@Nullable Money relieved) {
        if (relieved == null) {
            return items;
        }
        var charged = new ArrayList<Item>();
        var limit = facts.inRegimeCurrency(relieved);
        var used = Amounts.zero(limit.getCurrency());
        for (var item : items) {
            if (Amounts.compare(Amounts.sum(used, item.value), limit) > 0) {
                charged.add(item);
            } else {
                used = Amounts.sum(used, item.value);
            }
        }
        return charged;
    }

    /** As they are declared. */
    List<DeclaredItem> declared() {
        var declared = new ArrayList<DeclaredItem>(items.size());
        for (var item : items) {
            declared.add(new DeclaredItem(declared.size() + 1, item.lines, item.invoiced(), item.duty, item.vat));
        }
        return declared;
    }
}
