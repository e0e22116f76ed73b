package org.minimis.regime;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a fixed amount is charged for. */
public enum Unit {
    /** Each item of the declaration: goods lines with one subheading, description and origin. */
    ITEM,
    /** Each distinct subheading. */
    SUBHEADING,
    /** Each goods line of the manifest. */
    LINE,
    /** The consignment as a whole: one waybill, one declaration. */
    CONSIGNMENT,
    /** Each package of the consignment. */
    PACKAGE,
    /** Each piece of the goods, where the manifest counts them. */
    PIECE,
    /** Each litre of the goods, where the manifest measures them so. */
    LITRE,
    /** Each kilogram of the goods without their packing. */
    NET_KILOGRAM,
    /** Each kilogram of the consignment with its packing. */
    GROSS_KILOGRAM;

    static Unit of(String word) {
        for (var unit : values()) {
            if (unit.word().equals(word)) {
                return unit;
            }
        }
        throw new IllegalArgumentException("'%s' is no unit to charge for; known are %s"
                .formatted(word, Arrays.stream(values()).map(Unit::word).collect(Collectors.joining(", "))));
    }

    /** Can there be a fraction of it? */
    public boolean isMeasured() {
        return compareTo(PIECE) >= 0;
    }

    /** As the law files write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
