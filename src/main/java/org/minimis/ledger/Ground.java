package org.minimis.ledger;

import org.jspecify.annotations.Nullable;

/**
 * What many exceptions share: what became of them, where, and why. A part that is not known is empty.
 *
 * @param category 0 where none was found
 */
record Ground(
        String outcome, String regime, String state, String dataset, int category, String currency, String reason) {

    static Ground of(ExceptionRow row) {
        return new Ground(
                row.outcome(),
                known(row.regime()),
                known(row.state()),
                known(row.dataset()),
                row.category(),
                known(row.currency()),
                row.reason());
    }

    private static String known(@Nullable String part) {
        return part == null ? "" : part;
    }

    /** The part, or null where it is not known. */
    static @Nullable String orNull(String part) {
        return part.isEmpty() ? null : part;
    }
}
