package org.minimis.ledger;

import org.jspecify.annotations.Nullable;

/**
 * One referred or rejected record as the book keeps it.
 *
 * @param place of the record in its slice, from 0
 * @param outcome {@code referred} or {@code rejected}
 * @param dataset what has to be lodged instead, where the law says so
 * @param category 0 where none was found
 * @param intrinsicValue in ten-thousandths of {@code currency}
 * @param reason the first finding's
 */
public record ExceptionRow(
        long place,
        String outcome,
        @Nullable String houseWaybill,
        long line,
        @Nullable String regime,
        @Nullable String state,
        @Nullable String dataset,
        int category,
        @Nullable String currency,
        @Nullable Long intrinsicValue,
        String reason) {}
