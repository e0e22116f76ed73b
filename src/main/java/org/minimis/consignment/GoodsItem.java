package org.minimis.consignment;

import java.math.BigDecimal;
import org.javamoney.moneta.Money;
import org.jspecify.annotations.Nullable;

/**
 * One goods line of a consignment, with one commodity code.
 *
 * @param description what the goods are, in plain words, 1 to 512 characters
 * @param commodityCode absent where the manifest gives none: then most laws refer the consignment
 * @param quantity above zero, in {@code unit}
 * @param unit code of UN/ECE Recommendation 20, for example {@code PCE}
 * @param value of the whole line, all pieces, as invoiced, zero or more
 * @param vatShown VAT contained in {@code value} that the invoice shows apart
 * @param netKg net mass in kilograms, six decimals at most
 * @param sku the seller's product number
 * @param manufacturerPid the manufacturer's product number
 * @param gtin eight to fourteen digits with GS1's check digit
 */
public record GoodsItem(
        String description,
        @Nullable CommodityCode commodityCode,
        BigDecimal quantity,
        @Nullable String unit,
        Money value,
        @Nullable Money vatShown,
        @Nullable BigDecimal netKg,
        @Nullable Country origin,
        @Nullable String sku,
        @Nullable String manufacturerPid,
        @Nullable String gtin) {

    /**
     * The price of the goods themselves, in the currency of the invoice.
     *
     * <p>Law: Delegated Regulation (EU) 2015/2446, Art. 1(48).
     */
    public Money intrinsicValue() {
        return vatShown == null ? value : value.subtract(vatShown);
    }
}
