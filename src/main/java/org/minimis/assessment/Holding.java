package org.minimis.assessment;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.money.CurrencyUnit;
import org.javamoney.moneta.Money;
import org.minimis.regime.Aggregation;

/**
 * What one consignment brings to a sum of several.
 *
 * @param regime whose law takes them together
 * @param units which consignments it takes together
 * @param values {@code goods_value}, {@code cif_value} and {@code customs_value} in the regime's currency, as the assessment
 *     finds them; one that cannot be found, for want of an exchange rate, is missing
 */
public record Holding(String regime, CurrencyUnit currency, Set<Aggregation> units, Map<String, Money> values) {

    public Holding {
        units = Set.copyOf(units);
        values = Map.copyOf(values);
    }

    static Holding of(Set<Aggregation> units, ConsignmentFacts facts) {
        var values = new HashMap<String, Money>();
        put(values, "goods_value", facts::intrinsicValue);
        put(values, "cif_value", facts::cifValue);
        put(values, "customs_value", facts::customsValue);
        var regime = facts.law().regime();
        return new Holding(regime.id(), regime.currency(), units, values);
    }

    private static void put(Map<String, Money> values, String name, Supplier<Money> value) {
        try {
            values.put(name, value.get());
        } catch (ReferralException e) {
            // Whoever assesses it is told why; here its value is not known.
        }
    }
}
