/**
 * Exact amounts of money, rates, roundings and exchange rates.
 *
 * <p>We chose one money type, Moneta's {@code Money}, behind the narrow door of {@link org.minimis.money.Amounts}, because
 * its defaults (half-even rounding, binary floating point, look-ups by name) are wrong for duty and VAT. The price is a
 * conversion at the edge; undo when Moneta lets a program name its rounding everywhere.
 */
@NullMarked
package org.minimis.money;

import org.jspecify.annotations.NullMarked;
