package org.minimis.assessment;

import java.math.BigDecimal;
import java.util.List;
import org.javamoney.moneta.Money;
import org.jspecify.annotations.Nullable;
import org.minimis.consignment.CommodityCode;
import org.minimis.consignment.Country;
import org.minimis.consignment.GoodsItem;

/**
 * One item of a declaration: the goods lines that share subheading, description and origin.
 *
 * @param number from 1, without gaps
 * @param lines the goods lines it stands for, one or more, in the manifest's order
 * @param intrinsicValue their price in the currency of the invoice
 * @param duty the part of the consignment's duty that falls on this item
 * @param vat the part of the VAT payable at import that falls on this item
 */
public record DeclaredItem(int number, List<GoodsItem> lines, Money intrinsicValue, Money duty, Money vat) {

    public DeclaredItem {
        lines = List.copyOf(lines);
    }

    /** The description that all its lines share. */
    public String description() {
        return lines.get(0).description();
    }

    public @Nullable CommodityCode commodityCode() {
        return lines.get(0).commodityCode();
    }

    public @Nullable Country origin() {
        return lines.get(0).origin();
    }

    /** Net mass in kilograms, if every line gives one. */
    public @Nullable BigDecimal netKg() {
        var sum = BigDecimal.ZERO;
        for (var line : lines) {
            if (line.netKg() == null) {
                return null;
            }
            sum = sum.add(line.netKg());
        }
        return sum;
    }
}
