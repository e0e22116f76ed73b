package org.minimis.report;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which consignments a revenue report is about. What is null does not narrow it.
 *
 * @param from first day of acceptance
 * @param to last day of acceptance
 * @param regime whose law, for example {@code EU}
 * @param batch one run; its name never reaches the report
 */
public record Selection(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String regime,
        @Nullable String batch) {

    public Selection {
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("a report from %s to %s ends before it begins".formatted(from, to));
        }
    }

    /** Everything in the book. */
    public static Selection everything() {
        return new Selection(null, null, null, null);
    }

    /** What was accepted on these days, both included. */
    public static Selection accepted(@Nullable LocalDate from, @Nullable LocalDate to) {
        return new Selection(from, to, null, null);
    }

    /** What one batch cleared. */
    public static Selection batch(String batch) {
        return new Selection(null, null, null, batch);
    }

    /** The same, narrowed to one regime; null for all of them. */
    public Selection regime(@Nullable String only) {
        return new Selection(from, to, only, batch);
    }
}
