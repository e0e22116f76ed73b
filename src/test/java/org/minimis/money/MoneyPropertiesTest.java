package org.minimis.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.longs;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.javamoney.moneta.Money;
import org.junit.jupiter.api.Test;
import org.minimis.golden.Properties;
import org.quicktheories.core.Gen;

class MoneyPropertiesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);

    private static final Gen<Rounding> ROUNDINGS = arbitrary()
            .pick(List.of("0.01", "0.05", "1", "100", "0.1", "10", "0.001"))
            .zip(
                    arbitrary().pick(List.of("half-up", "half-down", "half-even", "up", "down")),
                    (unit, mode) -> Rounding.parse(unit + " " + mode));

    private static Gen<BigDecimal> numbers(int decimals) {
        return longs().between(0, 99_999_999_999L).map(unscaled -> BigDecimal.valueOf(unscaled, decimals));
    }

    @Test
    void whatIsRoundedIsAMultipleWithinItsReachAndStaysWhenItIsRoundedAgain() {
        Properties.of("rounding", 2_000).forAll(numbers(6), ROUNDINGS).checkAssert((number, rounding) -> {
            var rounded = rounding.round(number);

            assertThat(rounded.remainder(rounding.unit())).isZero();
            assertThat(rounding.round(rounded)).isEqualByComparingTo(rounded);
            var moved = rounded.subtract(number);
            switch (rounding.mode()) {
                case UP -> assertThat(moved).isNotNegative().isLessThan(rounding.unit());
                case DOWN -> assertThat(moved.negate()).isNotNegative().isLessThan(rounding.unit());
                default ->
                    assertThat(moved.abs().multiply(BigDecimal.valueOf(2))).isLessThanOrEqualTo(rounding.unit());
            }
        });
    }

    @Test
    void aShareIsExactAndSharesOfPartsAreTheShareOfTheSum() {
        Properties.of("shares", 2_000)
                .forAll(numbers(2), numbers(4), longs().between(0, 999_999))
                .checkAssert((one, other, percent) -> {
                    var rate = new Rate(BigDecimal.valueOf(percent, 4));
                    var whole = rate.of(euros(one.add(other)));

                    assertThat(Amounts.number(rate.of(euros(one)).add(rate.of(euros(other)))))
                            .isEqualByComparingTo(Amounts.number(whole));
                    assertThat(Amounts.number(whole).movePointRight(2))
                            .isEqualByComparingTo(one.add(other).multiply(rate.percent()));
                });
    }

    @Test
    void aConversionIsRoundedOnce() {
        Properties.of("conversion", 2_000)
                .forAll(numbers(2), longs().between(1, 999_999_999L), ROUNDINGS)
                .checkAssert((number, units, rounding) -> {
                    var perEuro = BigDecimal.valueOf(units, 4);
                    var rate = new ExchangeRate(
                            Amounts.currency("EUR"), Amounts.currency("USD"), perEuro, DAY, DAY, "made up");

                    var found = Amounts.number(rate.convert(Money.of(number, "USD"), rounding));

                    assertThat(found.remainder(rounding.unit())).isZero();
                    // In whole units of the rounding, without ever dividing: the remainder decides.
                    var parts = number.divideToIntegralValue(perEuro.multiply(rounding.unit()));
                    var rest = number.subtract(parts.multiply(perEuro).multiply(rounding.unit()));
                    assertThat(found.divide(rounding.unit(), 0, RoundingMode.UNNECESSARY))
                            .isEqualByComparingTo(
                                    parts.add(up(parts, rest, perEuro.multiply(rounding.unit()), rounding)));
                });
    }

    private static BigDecimal up(BigDecimal parts, BigDecimal rest, BigDecimal whole, Rounding rounding) {
        var half = rest.multiply(BigDecimal.valueOf(2)).compareTo(whole);
        var isOdd = parts.remainder(BigDecimal.valueOf(2)).signum() != 0;
        var isUp = switch (rounding.mode()) {
            case UP -> rest.signum() > 0;
            case DOWN -> false;
            case HALF_UP -> half >= 0;
            case HALF_DOWN -> half > 0;
            default -> half > 0 || half == 0 && isOdd;
        };
        return isUp ? BigDecimal.ONE : BigDecimal.ZERO;
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Properties.of("amounts", 1_000)
                .forAll(
                        longs().between(0, 9_999_999_999_999L),
                        arbitrary().pick(List.of("EUR", "JPY", "KWD", "GBP")),
                        arbitrary().pick(List.of(0, 1, 2, 3, 4, 6)))
                .checkAssert((unscaled, currency, decimals) -> {
                    var amount = Amounts.of(Amounts.currency(currency), BigDecimal.valueOf(unscaled, decimals));

                    assertThat(Amounts.parse(Amounts.text(amount))).isEqualTo(amount);
                    assertThat(Amounts.number(amount)).isEqualByComparingTo(BigDecimal.valueOf(unscaled, decimals));
                });
    }

    private static Money euros(BigDecimal number) {
        return Amounts.of(Amounts.currency("EUR"), number);
    }
}
