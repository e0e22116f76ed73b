package org.minimis.regime;

import org.javamoney.moneta.Money;
import org.jspecify.annotations.Nullable;

/** What the other consignments hold that the law takes together with one. */
@FunctionalInterface
public interface Together {

    /** Nobody looked for others. */
    Together NOT_LOOKED = (unit, value) -> null;

    /**
     * The value of the others, without that of the consignment itself.
     *
     * @param unit which consignments the law takes together
     * @param value which of their values: {@code goods_value}, {@code customs_value} or {@code cif_value}
     * @return in the regime's currency; null when nobody looked
     */
    @Nullable
    Money besides(Aggregation unit, String value);
}
