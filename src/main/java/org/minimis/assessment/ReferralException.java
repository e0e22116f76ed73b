package org.minimis.assessment;

import org.jspecify.annotations.Nullable;
import org.minimis.finding.Finding;
import org.minimis.finding.Reason;

/**
 * Leaves an assessment half-way: the consignment is not ours to decide. It never leaves the {@link Assessor}.
 *
 * <p>The law's conditions ask for values while they are tested, and a value may turn out to be unknown there; hence an
 * exception, without a stack trace, and not a return value of every method.
 */
final class ReferralException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Finding finding;
    private final @Nullable String needs;

    ReferralException(Reason reason, String field, String message, @Nullable String needs) {
        super(message, null, false, false);
        this.finding = Finding.referred(reason, field, message);
        this.needs = needs;
    }

    Finding finding() {
        return finding;
    }

    /** The dataset that has to be lodged instead. */
    @Nullable
    String needs() {
        return needs;
    }
}
