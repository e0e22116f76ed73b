package org.minimis.regime;

import org.javamoney.moneta.Money;
import org.jspecify.annotations.Nullable;
import org.minimis.money.Rate;

/**
 * A charge beside duty and VAT.
 *
 * @param amount null when none is charged, or a share is
 * @param per what it is charged for
 * @param share a part of the customs value, within bounds, instead of an amount; null: none
 * @param plus a tax on the charge itself, charged with it; null: none
 * @param owedToCarrier it is a cost of the importation that may enter the base of a tax, but is not payable with the
 *     declaration
 */
public record FeeRule(
        @Nullable Money amount,
        Unit per,
        @Nullable Share share,
        @Nullable Rate plus,
        boolean owedToCarrier) {

    /** A part of the customs value of the consignment, not below one amount and not above another. */
    public record Share(Rate rate, Money least, Money most) {

        /** Of that value, not rounded; the bounds in its currency. */
        public Money of(Money value, Money lower, Money upper) {
            var share = rate.of(value);
            return share.isLessThan(lower) ? lower : share.isGreaterThan(upper) ? upper : share;
        }
    }
}
