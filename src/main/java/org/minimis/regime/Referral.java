package org.minimis.regime;

import org.jspecify.annotations.Nullable;
import org.minimis.finding.Reason;

/**
 * What the law file does not decide: the consignment goes to a person or to the standard procedure.
 *
 * @param reason which
 * @param needs the dataset that has to be lodged instead, for example {@code H1}
 * @param say in words, for the finding
 */
public record Referral(Reason reason, @Nullable String needs, String say) {}
