package org.minimis.regime;

import org.jspecify.annotations.Nullable;
import org.minimis.money.Rounding;

/**
 * The stages at which a regime rounds.
 *
 * @param conversion of an amount in foreign currency, goods line by goods line
 * @param duty of the duty, once for each rate
 * @param vat of the VAT, once for each rate and tax
 * @param dutyBase of what one rate of duty is charged on; null: it is not rounded
 * @param vatBase of what one rate of VAT is charged on; null: it is not rounded
 */
public record Roundings(
        Rounding conversion,
        Rounding duty,
        Rounding vat,
        @Nullable Rounding dutyBase,
        @Nullable Rounding vatBase) {}
