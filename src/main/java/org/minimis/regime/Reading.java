package org.minimis.regime;

import java.util.List;

/**
 * What the law leaves open or its sources contradict, as alternatives to choose from.
 *
 * @param name for example {@code eu.flat-duty-scope}
 * @param standard the alternative taken unless another is chosen
 * @param note why it is open
 */
public record Reading(String name, String standard, List<String> alternatives, String note) {

    public Reading {
        alternatives = List.copyOf(alternatives);
        if (!alternatives.contains(standard)) {
            throw new IllegalArgumentException(
                    "the default '%s' of %s is none of its alternatives %s".formatted(standard, name, alternatives));
        }
    }
}
