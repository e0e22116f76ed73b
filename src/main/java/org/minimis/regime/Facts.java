package org.minimis.regime;

import java.util.List;
import org.javamoney.moneta.Money;
import org.minimis.consignment.Consignment;

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

    /** The same value of other consignments that the law takes together with this one; zero where nobody looked. */
    Money besides(Aggregation unit, String value);

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
