package org.minimis.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.javamoney.moneta.Money;

/**
 * How the law rounds an amount: to a multiple of a unit, in a named direction.
 *
 * @param unit above zero, for example 0.01, 0.05, 1 or 100
 * @param mode the direction; half-even never happens unless a law asks for it
 */
public record Rounding(BigDecimal unit, RoundingMode mode) {

    private static final BigDecimal[] PLACES =
            IntStream.range(0, 10).mapToObj(BigDecimal.ONE::movePointLeft).toArray(BigDecimal[]::new);

    private static final Map<String, RoundingMode> WORDS = Map.of(
            "half-up", RoundingMode.HALF_UP,
            "half-even", RoundingMode.HALF_EVEN,
            "half-down", RoundingMode.HALF_DOWN,
            "up", RoundingMode.UP,
            "down", RoundingMode.DOWN);

    public Rounding {
        if (unit.signum() <= 0) {
            throw new IllegalArgumentException(
                    "a rounding unit of %s is not above zero".formatted(unit.toPlainString()));
        }
    }

    /**
     * A rounding as the law files write it: unit, blank, direction, for example {@code 0.01 half-up}.
     *
     * @throws IllegalArgumentException when it has another form
     */
    public static Rounding parse(String text) {
        var space = text.indexOf(' ');
        var mode = space < 0 ? null : WORDS.get(text.substring(space + 1).toLowerCase(Locale.ROOT));
        if (mode == null) {
            throw new IllegalArgumentException(
                    "'%s' is not a rounding; write unit and direction, for example '0.01 half-up'".formatted(text));
        }
        return new Rounding(Decimals.parse(text.substring(0, space)), mode);
    }

    /** {@code amount} as a multiple of the unit. */
    public Money round(Money amount) {
        return Amounts.of(amount.getCurrency(), round(Amounts.number(amount)));
    }

    /** {@code number} as a multiple of the unit. */
    public BigDecimal round(BigDecimal number) {
        if (isDecimalPlace()) {
            return number.setScale(unit.scale(), mode);
        }
        return number.divide(unit, 0, mode).multiply(unit);
    }

    /** Is the unit one, a tenth, a hundredth …? */
    private boolean isDecimalPlace() {
        var scale = unit.scale();
        return scale >= 0 && scale < PLACES.length && PLACES[scale].equals(unit);
    }

    @Override
    public String toString() {
        return unit.toPlainString() + " " + mode.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
