/**
 * The law of a jurisdiction, dated, read from {@code config/regimes}.
 *
 * <p>We chose text files with one question each, values by the day they begin, ordered cases and a law beside every
 * value, because a lawyer must be able to check them downwards. The price is a small language of our own; undo when a
 * published one covers dated cases with sources.
 */
@NullMarked
package org.minimis.regime;

import org.jspecify.annotations.NullMarked;
