package org.minimis.regime;

import java.util.List;
import java.util.Set;
import javax.money.CurrencyUnit;
import org.javamoney.moneta.Money;
import org.jspecify.annotations.Nullable;
import org.minimis.consignment.Consignment;
import org.minimis.consignment.ConsignmentType;

/**
 * What the conditions of the law ask about a consignment. Values are in the regime's currency; what has not been found yet
 * (the duty, while the duty is being found) must not be asked.
 */
public interface Facts {

    Consignment consignment();

    Money intrinsicValue();

    Money customsValue();

    /** Price of the goods with transport and insurance, whatever the customs value holds. */
    Money cifValue();

    /**
     * The same value of other consignments that the law takes together with this one; zero where nobody looked.
     *
     * @param types only of consignments of these types; empty for all
     */
    Money besides(Aggregation unit, Set<ConsignmentType> types, String value);

    /**
     * A value as the manifest states it, where all of it is in that currency.
     *
     * @param value {@code goods_value}, {@code intrinsic_value}, {@code cif_value} or {@code customs_value}
     * @return null where some of it is in another currency, or where it is not stated at all
     */
    @Nullable
    Money stated(String value, CurrencyUnit currency);

    /** The intrinsic value of each goods line. */
    List<Money> itemValues();

    Money duty();

    Money vat();

    Money fees();

    String vatScheme();

    /** {@code none}, {@code flat}, {@code rate}, {@code tariff} or {@code buckets}. */
    String dutyKind();

    /** An amount that the law names in another currency, in the regime's currency of the day. */
    Money inRegimeCurrency(Money amount);
}
