package org.minimis.report;

import java.time.LocalDate;
import java.util.Comparator;
import org.minimis.assessment.Category;

/** The finest line of the report: assessed consignments that agree in everything but their amounts. */
public record RevenueLine(Key key, Figures figures) {

    /**
     * What the consignments of a line have in common.
     *
     * @param accepted the day whose law applied
     * @param category 1 to 4, see {@link Category}
     * @param currency three letters
     */
    public record Key(
            LocalDate accepted,
            String regime,
            String state,
            String office,
            String dataset,
            String vatScheme,
            int category,
            String currency) {

        static final Comparator<Key> ORDER = Comparator.comparing(Key::accepted)
                .thenComparing(Key::regime)
                .thenComparing(Key::state)
                .thenComparing(Key::office)
                .thenComparing(Key::dataset)
                .thenComparing(Key::vatScheme)
                .thenComparing(Key::category)
                .thenComparing(Key::currency);
    }
}
