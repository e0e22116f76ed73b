package org.minimis.regime;

import java.util.Set;
import org.javamoney.moneta.Money;
import org.minimis.consignment.ConsignmentType;

/**
 * An amount with which the law compares a value of a consignment.
 *
 * @param value {@code goods_value}, {@code cif_value} or {@code customs_value}
 * @param amount in the currency in which the law names it
 * @param isInclusive is the amount itself still on the lower side?
 * @param types for consignments of these types; empty for all. What else the case of the law asks is left out
 */
public record Limit(String value, Money amount, boolean isInclusive, Set<ConsignmentType> types) {

    /** Is a value, in the currency of {@code limit}, on the lower side? */
    public boolean isUnder(Money one, Money limit) {
        return isInclusive ? one.isLessThanOrEqualTo(limit) : one.isLessThan(limit);
    }
}
