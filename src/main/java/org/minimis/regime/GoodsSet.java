package org.minimis.regime;

import java.util.BitSet;
import java.util.List;
import org.minimis.consignment.CommodityCode;

/**
 * A named set of goods, as beginnings of commodity codes.
 *
 * <p>Every consignment is held against some dozens of these, so beginnings of up to six digits are kept as a bit for each
 * subheading; longer ones are compared one by one.
 */
public final class GoodsSet {

    private static final int SUBHEADING_DIGITS = 6;

    private final String name;
    private final BitSet subheadings = new BitSet();
    private final List<String> longer;

    GoodsSet(String name, List<String> prefixes) {
        this.name = name;
        this.longer =
                prefixes.stream().filter(p -> p.length() > SUBHEADING_DIGITS).toList();
        prefixes.stream().filter(p -> p.length() <= SUBHEADING_DIGITS).forEach(this::add);
    }

    private void add(String prefix) {
        var width = 1;
        for (var i = prefix.length(); i < SUBHEADING_DIGITS; i++) {
            width *= 10;
        }
        var first = Integer.parseInt(prefix) * width;
        subheadings.set(first, first + width);
    }

    public String name() {
        return name;
    }

    /** Does one of the beginnings fit? */
    public boolean holds(CommodityCode code) {
        if (subheadings.get(Integer.parseInt(code.digits(), 0, SUBHEADING_DIGITS, 10))) {
            return true;
        }
        for (var beginning : longer) {
            if (code.digits().startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }
}
