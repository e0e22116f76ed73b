package org.minimis.regime;

import org.jspecify.annotations.Nullable;
import org.minimis.money.Rate;

/**
 * A duty on top of the duty, found for each item by itself because it follows the item's origin.
 *
 * @param rate of the customs value; null when the item bears none
 */
public record SurchargeRule(@Nullable Rate rate) {}
