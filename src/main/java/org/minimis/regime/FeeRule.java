package org.minimis.regime;

import org.javamoney.moneta.Money;
import org.jspecify.annotations.Nullable;
import org.minimis.money.Rate;

/**
 * A charge beside duty and VAT.
 *
 * @param amount null when none is charged
 * @param per what it is charged for
 * @param plus a tax on the charge itself, charged with it; null: none
 * @param owedToCarrier it is a cost of the importation that may enter the base of a tax, but is not payable with the
 *     declaration
 */
public record FeeRule(
        @Nullable Money amount, Unit per, @Nullable Rate plus, boolean owedToCarrier) {}
