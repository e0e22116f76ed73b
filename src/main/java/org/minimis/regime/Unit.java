package org.minimis.regime;

import java.util.Locale;

/** What a fixed amount is charged for. */
public enum Unit {
    /** Each item of the declaration: goods lines with one subheading, description and origin. */
    ITEM,
    /** Each distinct subheading. */
    SUBHEADING,
    /** Each goods line of the manifest. */
    LINE,
    /** The consignment as a whole. */
    CONSIGNMENT;

    static Unit of(String word) {
        for (var unit : values()) {
            if (unit.word().equals(word)) {
                return unit;
            }
        }
        throw new IllegalArgumentException(
                "'%s' is no unit to charge for; known are item, subheading, line, consignment".formatted(word));
    }

    /** As the law files write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
