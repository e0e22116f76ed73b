package org.minimis.regime;

import org.javamoney.moneta.Money;
import org.jspecify.annotations.Nullable;

/**
 * A charge beside duty and VAT.
 *
 * @param amount null when none is charged
 * @param per what it is charged for
 */
public record FeeRule(@Nullable Money amount, Unit per) {}
