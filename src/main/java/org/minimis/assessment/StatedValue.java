package org.minimis.assessment;

import java.util.ArrayList;
import java.util.List;
import javax.money.CurrencyUnit;
import org.javamoney.moneta.Money;
import org.jspecify.annotations.Nullable;
import org.minimis.consignment.Consignment;
import org.minimis.money.Amounts;
import org.minimis.regime.CustomsValueBasis;

/**
 * A value as the manifest states it, in the currency of a limit. Where all of it is in that currency it is held against
 * the limit as it stands: lines that are converted and rounded one by one may add up to more than the limit converted.
 */
final class StatedValue {

    private StatedValue() {}

    /**
     * @param basis what the value holds beside the goods; a share of it is never a stated value
     * @return null where some of it is in another currency
     */
    static @Nullable Money of(Consignment consignment, CurrencyUnit currency, CustomsValueBasis basis) {
        var parts = new ArrayList<@Nullable Money>(4);
        for (var line : consignment.goods()) {
            parts.add(line.intrinsicValue());
        }
        parts.add(basis.freight() ? consignment.freight() : null);
        parts.add(basis.insurance() ? consignment.insurance() : null);
        return basis.share() == null ? sum(parts, currency) : null;
    }

    private static @Nullable Money sum(List<@Nullable Money> parts, CurrencyUnit currency) {
        Money sum = null;
        for (var part : parts) {
            if (part != null) {
                if (!part.getCurrency().equals(currency)) {
                    return null;
                }
                sum = sum == null ? part : Amounts.sum(sum, part);
            }
        }
        return sum;
    }
}
