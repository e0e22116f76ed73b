package org.minimis.report;

import java.time.LocalDate;
import java.util.Comparator;
import org.javamoney.moneta.Money;
import org.jspecify.annotations.Nullable;

/**
 * Records that were not assessed, for one reason.
 *
 * @param records how many
 * @param intrinsicValue of those whose value could be reckoned; null where none could
 */
public record ExceptionLine(Key key, long records, @Nullable Money intrinsicValue) {

    /**
     * What the records of a line have in common.
     *
     * @param outcome {@code referred} or {@code rejected}
     * @param reason the first finding's
     * @param regime null where none could be made out, as are the others
     * @param dataset what has to be lodged instead; null where a person must decide
     * @param category 1 to 4
     */
    public record Key(
            LocalDate accepted,
            String outcome,
            String reason,
            @Nullable String regime,
            @Nullable String state,
            @Nullable String dataset,
            @Nullable Integer category,
            @Nullable String currency) {

        static final Comparator<Key> ORDER = Comparator.comparing(Key::accepted)
                .thenComparing(Key::outcome)
                .thenComparing(Key::reason)
                .thenComparing(Key::regime, absentLast())
                .thenComparing(Key::state, absentLast())
                .thenComparing(Key::dataset, absentLast())
                .thenComparing(Key::category, absentLast())
                .thenComparing(Key::currency, absentLast());

        private static <T extends Comparable<T>> Comparator<@Nullable T> absentLast() {
            return Comparator.nullsLast(Comparator.naturalOrder());
        }
    }

    /** Both together. */
    ExceptionLine plus(ExceptionLine other) {
        var mine = intrinsicValue;
        var theirs = other.intrinsicValue;
        return new ExceptionLine(
                key, records + other.records, mine == null ? theirs : theirs == null ? mine : mine.add(theirs));
    }
}
