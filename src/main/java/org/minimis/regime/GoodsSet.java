package org.minimis.regime;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.minimis.consignment.CommodityCode;

/** A named set of goods, as beginnings of commodity codes. */
public final class GoodsSet {

    private final String name;
    private final Set<String> prefixes;
    private final int[] lengths;

    GoodsSet(String name, List<String> prefixes) {
        this.name = name;
        this.prefixes = new HashSet<>(prefixes);
        this.lengths =
                prefixes.stream().mapToInt(String::length).distinct().sorted().toArray();
    }

    public String name() {
        return name;
    }

    /** Does one of the beginnings fit? */
    public boolean holds(CommodityCode code) {
        for (var length : lengths) {
            if (length <= code.digits().length()
                    && prefixes.contains(code.digits().substring(0, length))) {
                return true;
            }
        }
        return false;
    }
}
