package org.minimis.regime;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.minimis.settings.ConfigNode;

/**
 * What a fixed amount is charged for: a unit, or, where the law leaves it open, the unit that a reading names.
 *
 * @param unit null where a reading decides
 * @param reading whose alternatives are units, for example {@code eu.flat-duty-item}; null where the law decides
 */
public record Per(@Nullable Unit unit, @Nullable String reading) {

    /** As the law files write it: a unit, or the name of a reading, which has a dot. */
    static Per of(String text) {
        return text.contains(".") ? new Per(null, text) : new Per(Unit.of(text), null);
    }

    /** The unit under the chosen readings. */
    public Unit unit(Readings readings) {
        return reading == null ? unit : Unit.of(readings.chosen(reading));
    }

    /** Refuses a reading that the file does not declare, or one whose alternatives are no units. */
    void check(Map<String, Reading> declared, ConfigNode where) {
        if (reading == null) {
            return;
        }
        var found = declared.get(reading);
        if (found == null) {
            throw where.complaint("the file declares no reading '%s'; add it under 'readings'".formatted(reading));
        }
        try {
            found.alternatives().forEach(Unit::of);
        } catch (IllegalArgumentException e) {
            throw where.complaint("the reading '%s' decides a unit: %s".formatted(reading, e.getMessage()));
        }
    }
}
