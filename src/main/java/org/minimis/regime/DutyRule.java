package org.minimis.regime;

import java.util.List;
import org.javamoney.moneta.Money;
import org.jspecify.annotations.Nullable;
import org.minimis.money.Rate;

/** How customs duty is reckoned. */
public sealed interface DutyRule {

    /** Items are free, in the manifest's order, as long as they fit under this limit together; null: no item is. */
    @Nullable
    Money relievedItems();

    /** How law files and conditions call it. */
    String kind();

    /** No duty: a relief. */
    record None() implements DutyRule {
        @Override
        public @Nullable Money relievedItems() {
            return null;
        }

        @Override
        public String kind() {
            return "none";
        }
    }

    /** A fixed amount for each unit, for example EUR 3 for each item. */
    record Flat(Money amount, Per per, @Nullable Money relievedItems) implements DutyRule {
        @Override
        public String kind() {
            return "flat";
        }
    }

    /**
     * One rate for all goods, for example 2.5 % of the customs value.
     *
     * @param deduct an amount taken off the duty of the consignment, which does not fall below zero; null: none
     */
    record FlatRate(
            Rate rate, @Nullable Money deduct, @Nullable Money relievedItems) implements DutyRule {
        @Override
        public String kind() {
            return "rate";
        }
    }

    /** The third-country rate of each item's subheading; where the tariff has no single rate the consignment is referred. */
    record OfTariff(Tariff tariff, @Nullable Money relievedItems) implements DutyRule {
        @Override
        public String kind() {
            return "tariff";
        }
    }

    /** A simplified tariff of broad kinds of goods; the first row that holds an item decides. */
    record OfBuckets(List<Bucket> rows, @Nullable Money relievedItems) implements DutyRule {

        public OfBuckets {
            rows = List.copyOf(rows);
        }

        @Override
        public String kind() {
            return "buckets";
        }
    }
}
