package org.minimis.regime;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.minimis.consignment.CommodityCode;

/**
 * The VAT rates of a state.
 *
 * @param reduced the first set that holds the goods decides
 * @param single is every one of them one tax with one rate?
 */
public record VatRates(TaxRate standard, List<Reduced> reduced, boolean single) {

    /** A rate for a named set of goods. */
    public record Reduced(String name, GoodsSet goods, TaxRate rate) {}

    public VatRates {
        reduced = List.copyOf(reduced);
    }

    static VatRates of(TaxRate standard, List<Reduced> reduced) {
        return new VatRates(
                standard,
                reduced,
                standard.isSingle()
                        && reduced.stream().allMatch(each -> each.rate().isSingle()));
    }

    /** The rate of those goods; the standard rate where the commodity code is unknown. */
    public TaxRate rate(@Nullable CommodityCode code) {
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
