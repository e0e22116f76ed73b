package org.minimis.regime;

import java.util.List;
import java.util.Map;
import org.javamoney.moneta.Money;
import org.jspecify.annotations.Nullable;

/**
 * Consignments that the law takes together with one.
 *
 * @param count how many; zero for none
 * @param first the first of them in the order of their numbers, ten at most
 * @param values what they hold in sum, in the regime's currency, by {@code goods_value}, {@code customs_value} and
 *     {@code cif_value}; one that is not known of all of them is missing
 */
public record Others(long count, List<Other> first, Map<String, Money> values) {

    /** There are none. */
    public static final Others NONE = new Others(0, List.of(), Map.of());

    /** How many are named. */
    public static final int NAMED = 10;

    /**
     * One of them.
     *
     * @param batch that held it, where it was not the same one
     */
    public record Other(String houseWaybill, @Nullable String batch) {

        @Override
        public String toString() {
            return batch == null ? houseWaybill : houseWaybill + " (batch " + batch + ")";
        }
    }

    public Others {
        first = List.copyOf(first);
        values = Map.copyOf(values);
    }

    /** Their house waybills in words, for example {@code XP1, XP2 and 3 more}. */
    public String named() {
        var names = String.join(", ", first.stream().map(Other::toString).toList());
        return count > first.size() ? "%s and %d more".formatted(names, count - first.size()) : names;
    }
}
