package org.minimis.regime;

import org.javamoney.moneta.Money;
import org.jspecify.annotations.Nullable;
import org.minimis.consignment.CommodityCode;
import org.minimis.money.Rate;

/**
 * One row of a simplified tariff: goods of a broad kind and what they pay.
 *
 * @param goods null for all goods that no row before it holds
 * @param rate of the customs value; null where the row has an amount or refers
 * @param amount a specific duty; null where the row has a rate or refers
 * @param per what the amount is charged for
 * @param referral where the simplified tariff is not open to these goods
 */
public record Bucket(
        @Nullable GoodsSet goods,
        @Nullable Rate rate,
        @Nullable Money amount,
        Unit per,
        @Nullable Referral referral) {

    /** How the row calls its goods. */
    public String name() {
        return goods == null ? "other goods" : goods.name();
    }

    /** Does the row hold goods of that code? */
    public boolean holds(@Nullable CommodityCode code) {
        return goods == null || (code != null && goods.holds(code));
    }
}
