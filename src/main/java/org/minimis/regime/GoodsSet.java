package org.minimis.regime;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.minimis.consignment.CommodityCode;

/**
 * A named set of goods, as beginnings of commodity codes.
 *
 * <p>Every consignment is held against some dozens of these, so beginnings of up to six digits are kept as a bit for each
 * subheading; longer ones are compared one by one.
 */
public final class GoodsSet {

    private static final int SUBHEADING_DIGITS = 6;
    private static final int CHAPTERS = 100;
    private static final int IN_A_CHAPTER = 10_000;

    private final String name;
    // A chapter at a time, because most sets hold goods of a few: fifty sets a regime stay small and near each other.
    private final @Nullable BitSet[] chapters = new BitSet[CHAPTERS];
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
        for (var code = first; code < first + width; code = (code / IN_A_CHAPTER + 1) * IN_A_CHAPTER) {
            var chapter = code / IN_A_CHAPTER;
            var bits = chapters[chapter] == null ? new BitSet(IN_A_CHAPTER) : chapters[chapter];
            var end = Math.min(first + width, (chapter + 1) * IN_A_CHAPTER);
            bits.set(code % IN_A_CHAPTER, end - chapter * IN_A_CHAPTER);
            chapters[chapter] = bits;
        }
    }

    public String name() {
        return name;
    }

    /** Does one of the beginnings fit? */
    public boolean holds(CommodityCode code) {
        var subheading = Integer.parseInt(code.digits(), 0, SUBHEADING_DIGITS, 10);
        var bits = chapters[subheading / IN_A_CHAPTER];
        if (bits != null && bits.get(subheading % IN_A_CHAPTER)) {
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
