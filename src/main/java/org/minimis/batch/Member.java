package org.minimis.batch;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.minimis.assessment.Holding;
import org.minimis.consignment.Consignment;
import org.minimis.consignment.ConsignmentType;
import org.minimis.money.Amounts;
import org.minimis.regime.Aggregation;

/**
 * A consignment that the law may take together with others.
 *
 * @param line on which its record starts
 * @param currency of its values
 * @param values in the order of {@link #VALUES}, null for one that is not known
 * @param keys what it shares with those that it is taken together with; none where the manifest does not say enough
 */
public record Member(
        long line,
        String houseWaybill,
        ConsignmentType type,
        String currency,
        List<@Nullable BigDecimal> values,
        Map<Aggregation, GroupKey> keys) {

    /** What several consignments can hold in sum. */
    static final List<String> VALUES = List.of("goods_value", "cif_value", "customs_value");

    public Member {
        values = java.util.Collections.unmodifiableList(new java.util.ArrayList<>(values));
        keys = Map.copyOf(keys);
    }

    static Member of(long line, Consignment consignment, Holding holding, java.time.LocalDate accepted) {
        var values = new java.util.ArrayList<@Nullable BigDecimal>();
        for (var name : VALUES) {
            var value = holding.values().get(name);
            values.add(value == null ? null : Amounts.number(value).stripTrailingZeros());
        }
        var keys = new HashMap<Aggregation, GroupKey>();
        for (var unit : holding.units()) {
            var key = GroupKeys.of(unit, holding.regime(), consignment, accepted);
            if (key != null) {
                keys.put(unit, key);
            }
        }
        return new Member(
                line,
                consignment.houseWaybill().number(),
                consignment.type(),
                holding.currency().getCurrencyCode(),
                values,
                keys);
    }

    @Override
    public String toString() {
        return "Member " + Objects.toString(houseWaybill);
    }
}
