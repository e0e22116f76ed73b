package org.minimis.money;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {

    @ParameterizedTest(name = "''{0}'' is plain: {1}")
    @CsvSource({
        "0, true",
        "12.50, true",
        "1234567890123456, true",
        "12345678901234567, false",
        "1.123456, true",
        "1.1234567, false",
        "'', false",
        "., false",
        "1., false",
        ".5, false",
        "-1, false",
        "+1, false",
        "1e9, false",
        "'1,5', false",
        "' 1', false",
        "1.2.3, false",
        "\u0661, false"
    })
    void onlyPlainDigitsEnter(String text, boolean plain) {
        assertThat(Decimals.isPlain(text)).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource({"1.0123456789, true", "1.01234567891, false", "1234567890123, false"})
    void anExchangeRateHasUpToTenDecimals(String text, boolean plain) {
        assertThat(parses(text)).isEqualTo(plain);
    }

    private static boolean parses(String text) {
        try {
            return Decimals.parseLong(text).toPlainString().equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
