package org.minimis.regime;

import org.jspecify.annotations.Nullable;
import org.minimis.money.Rate;

/**
 * What the customs value holds beside the price of the goods.
 *
 * @param freight transport to the destination, where the manifest states it
 * @param insurance likewise
 * @param share of that sum, where the law takes a part of the retail price for the value; null: all of it
 */
public record CustomsValueBasis(
        boolean freight, boolean insurance, @Nullable Rate share) {}
