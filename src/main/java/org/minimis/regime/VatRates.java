package org.minimis.regime;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.minimis.consignment.CommodityCode;
import org.minimis.money.Rate;

/**
 * The VAT rates of a state.
 *
 * @param reduced the first set that holds the goods decides
 */
public record VatRates(Rate standard, List<Reduced> reduced) {

    /** A rate for a named set of goods. */
    public record Reduced(String name, GoodsSet goods, Rate rate) {}

    public VatRates {
        reduced = List.copyOf(reduced);
    }

    /** The rate of those goods; the standard rate where the commodity code is unknown. */
    public Rate rate(@Nullable CommodityCode code) {
        if (code != null) {
            for (var each : reduced) {
                if (each.goods().holds(code)) {
                    return each.rate();
                }
            }
        }
        return standard;
    }
}
