package org.minimis.regime;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.minimis.consignment.ConsignmentType;

/** Knows the other consignments that the law takes together with one. */
@FunctionalInterface
public interface Together {

    /** Nobody looked for others. */
    Together NOT_LOOKED = (unit, types) -> null;

    /**
     * The others, without the consignment itself.
     *
     * @param unit which consignments the law takes together
     * @param types only those of these types; empty for all
     * @return null when nobody looked, or when the manifest does not say whose consignment it is
     */
    @Nullable
    Others others(Aggregation unit, Set<ConsignmentType> types);

    /** Were the batches before this one looked through, too? */
    default boolean isBookAsked() {
        return true;
    }
}
