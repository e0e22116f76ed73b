package org.minimis.assessment;

import java.util.ArrayList;
import java.util.List;
import org.minimis.regime.Unit;

/** How often a fixed amount falls on each item in turn, when it is charged once for a unit. */
final class UnitCount {

    private final Unit per;
    private final List<String> seen = new ArrayList<>(2);

    UnitCount(Unit per) {
        this.per = per;
    }

    int times(Items.Item item) {
        return switch (per) {
            case ITEM -> 1;
            case LINE -> item.lines.size();
            case SUBHEADING -> first(item.code() == null ? "" : item.code().subheading());
            case CONSIGNMENT -> first("");
        };
    }

    private int first(String key) {
        if (seen.contains(key)) {
            return 0;
        }
        seen.add(key);
        return 1;
    }
}
