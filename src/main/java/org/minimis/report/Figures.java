package org.minimis.report;

import javax.money.CurrencyUnit;
import org.javamoney.moneta.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a number of assessed consignments are worth and owe, all in one currency.
 *
 * @param vatBase what VAT at import was charged on; null where none of them has one
 * @param vat VAT payable at import; VAT collected at the sale is not in it
 * @param fees other charges, all together
 */
public record Figures(
        long consignments,
        Money intrinsicValue,
        Money customsValue,
        Money duty,
        @Nullable Money vatBase,
        Money vat,
        Money fees) {

    public CurrencyUnit currency() {
        return duty.getCurrency();
    }

    /** What is payable: duty, VAT and fees. */
    public Money total() {
        return duty.add(vat).add(fees);
    }

    /** The same with its signs turned: what is taken back. */
    Figures negated() {
        return new Figures(
                -consignments,
                intrinsicValue.negate(),
                customsValue.negate(),
                duty.negate(),
                vatBase == null ? null : vatBase.negate(),
                vat.negate(),
                fees.negate());
    }

    /** The same of so many more consignments that are worth and owe nothing. */
    Figures and(long more) {
        return new Figures(consignments + more, intrinsicValue, customsValue, duty, vatBase, vat, fees);
    }

    /** Both together. */
    Figures plus(Figures other) {
        return new Figures(
                consignments + other.consignments,
                intrinsicValue.add(other.intrinsicValue),
                customsValue.add(other.customsValue),
                duty.add(other.duty),
                vatBase == null ? other.vatBase : other.vatBase == null ? vatBase : vatBase.add(other.vatBase),
                vat.add(other.vat),
                fees.add(other.fees));
    }
}
