package org.minimis.regime;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Which consignments the law takes together when it compares a value with a limit. */
public enum Aggregation {
    /** All that one person imports on one day. */
    PERSON_AND_DAY,
    /** All that come to one consignee with one flight. */
    CONSIGNEE_AND_FLIGHT,
    /** All of one consignor to one consignee, dispatched together. */
    CONSIGNOR_CONSIGNEE_AND_DISPATCH;

    /** The unit of that name in the law files. */
    public static Aggregation of(String word) {
        for (var each : values()) {
            if (each.word().equals(word)) {
                return each;
            }
        }
        throw new IllegalArgumentException("'%s' takes nothing together; known are %s"
                .formatted(word, Arrays.stream(values()).map(Aggregation::word).collect(Collectors.joining(", "))));
    }

    /** As the law files write it, for example {@code consignee and flight}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
