package org.minimis.regime;

import org.minimis.money.Rounding;

/**
 * The stages at which a regime rounds.
 *
 * @param conversion of an amount in foreign currency, goods line by goods line
 * @param duty of the duty, once for each rate
 * @param vat of the VAT, once for each rate
 */
public record Roundings(Rounding conversion, Rounding duty, Rounding vat) {}
