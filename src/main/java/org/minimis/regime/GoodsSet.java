package org.minimis.regime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.minimis.consignment.CommodityCode;

/**
 * A named set of goods, as beginnings of commodity codes.
 *
 * <p>A beginning is a range of ten-digit codes; the ranges are sorted and merged, so that a look-up is a short binary search
 * without a new object: every consignment is held against some dozens of sets.
 */
public final class GoodsSet {

    private static final int DIGITS = 10;

    private final String name;
    private final List<String> beginnings;
    private final long[] firsts;
    private final long[] lasts;

    GoodsSet(String name, List<String> beginnings) {
        this.name = name;
        this.beginnings = List.copyOf(beginnings);
        var sorted = beginnings.stream()
                .map(GoodsSet::range)
                .sorted((a, b) -> Long.compare(a[0], b[0]))
                .toList();
        var merged = new ArrayList<long[]>();
        for (var range : sorted) {
            var before = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (before != null && range[0] <= before[1] + 1) {
                before[1] = Math.max(before[1], range[1]);
            } else {
                merged.add(range);
            }
        }
        this.firsts = merged.stream().mapToLong(range -> range[0]).toArray();
        this.lasts = merged.stream().mapToLong(range -> range[1]).toArray();
    }

    private static long[] range(String beginning) {
        var width = width(beginning.length());
        var first = Long.parseLong(beginning) * width;
        return new long[] {first, first + width - 1};
    }

    private static long width(int digits) {
        var width = 1L;
        for (var i = digits; i < DIGITS; i++) {
            width *= 10;
        }
        return width;
    }

    public String name() {
        return name;
    }

    /** The beginnings as the law file writes them. */
    List<String> beginnings() {
        return beginnings;
    }

    /** Does one of the beginnings fit? A code that is shorter than a beginning is not in it. */
    public boolean holds(CommodityCode code) {
        var digits = code.digits();
        var width = width(digits.length());
        var first = Long.parseLong(digits, 0, digits.length(), 10) * width;
        var found = Arrays.binarySearch(firsts, first);
        var at = found >= 0 ? found : -found - 2;
        return at >= 0 && first + width - 1 <= lasts[at];
    }
}
