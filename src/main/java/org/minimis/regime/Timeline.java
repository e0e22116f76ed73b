package org.minimis.regime;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A value of the law through time.
 *
 * <p>Before the first value, and from {@code silentFrom} on, the law is silent, and a silent law is never zero.
 *
 * @param id which question, for messages
 * @param values by the day they begin
 * @param silentFrom the first day after the last value; null when it holds until changed
 */
public record Timeline<T>(
        String id,
        NavigableMap<LocalDate, T> values,
        @Nullable LocalDate silentFrom) {

    public Timeline {
        values = Collections.unmodifiableNavigableMap(new TreeMap<>(values));
    }

    /**
     * The value of that day.
     *
     * @throws RegimeSilentException when the law is silent on it
     */
    public T on(LocalDate day) {
        var entry = values.floorEntry(day);
        if (entry == null || (silentFrom != null && !day.isBefore(silentFrom))) {
            throw new RegimeSilentException(id, day, values.firstKey(), silentFrom);
        }
        return entry.getValue();
    }

    /** The day on which the value of {@code day} began. */
    public LocalDate since(LocalDate day) {
        return values.floorKey(day);
    }

    /** Is there a value on that day? */
    public boolean answers(LocalDate day) {
        return !day.isBefore(values.firstKey()) && (silentFrom == null || day.isBefore(silentFrom));
    }

    /** The days on which the value begins or changes, in order. */
    public List<LocalDate> changes() {
        return List.copyOf(values.keySet());
    }
}
