package org.minimis.regime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
        this(name, beginnings, beginnings.stream().map(GoodsSet::range));
    }

    private GoodsSet(String name, List<String> beginnings, Stream<long[]> ranges) {
        this.name = name;
        this.beginnings = List.copyOf(beginnings);
        var sorted = ranges.sorted((a, b) -> Long.compare(a[0], b[0])).toList();
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

    /** What is in any of the sets. */
    static GoodsSet union(List<GoodsSet> sets) {
        if (sets.size() == 1) {
            return sets.get(0);
        }
        var names = sets.stream().map(GoodsSet::name).collect(Collectors.joining(" or "));
        var beginnings = sets.stream().flatMap(set -> set.beginnings.stream()).toList();
        return new GoodsSet(names, beginnings, sets.stream().flatMap(GoodsSet::ranges));
    }

    private Stream<long[]> ranges() {
        return IntStream.range(0, firsts.length).mapToObj(i -> new long[] {firsts[i], lasts[i]});
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
