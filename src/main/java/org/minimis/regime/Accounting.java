package org.minimis.regime;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When a carrier that settles by the month must account for goods and pay for them.
 *
 * @param account null where the law names no day
 * @param pay null where the law names no day
 */
public record Accounting(@Nullable DueDay account, @Nullable DueDay pay) {

    /** In words, for goods released on that day. */
    public String text(LocalDate release) {
        var accounted = account == null ? "" : "account by " + account.on(release);
        var paid = pay == null ? "" : "pay by " + pay.on(release);
        return accounted + (account == null || pay == null ? "" : ", ") + paid;
    }
}
