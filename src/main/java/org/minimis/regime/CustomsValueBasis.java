package org.minimis.regime;

/**
 * What the customs value holds beside the price of the goods.
 *
 * @param freight transport to the destination, where the manifest states it
 * @param insurance likewise
 */
public record CustomsValueBasis(boolean freight, boolean insurance) {}
