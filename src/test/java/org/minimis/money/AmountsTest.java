package org.minimis.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import javax.money.Monetary;
import javax.money.MonetaryException;
import org.javamoney.moneta.CurrencyUnitBuilder;
import org.javamoney.moneta.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"150", "EUR150", "EUR 1e9", "EUR -1", "EUR ", "EUR 1,50", "EURO 1", "EUR 1.2345678", "EUR .5"})
    void anAmountWithoutItsUnitOrInAnotherFormIsRefused(String text) {
        assertThatThrownBy(() -> Amounts.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"U.D", "...", "[A-", "eur", "EU", "EURO", "E\u0000R", "ÄÖÜ", "XQX"})
    void aCurrencyIsItsThreeLettersAndNoPattern(String code) {
        assertThat(Amounts.isCurrency(code)).isFalse();
        assertThatThrownBy(() -> Amounts.currency(code))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("is not an ISO 4217 currency; write three letters, for example EUR");
    }

    @ParameterizedTest(name = "{0} is written {1}")
    @CsvSource({"EUR 2, 2.00", "EUR 2.5, 2.50", "JPY 10, 10", "KWD 1.5, 1.500", "EUR 0.125, 0.125", "EUR 100, 100.00"})
    void anAmountIsWrittenWithTheDecimalsOfItsCurrencyAndLosesNone(String text, String plain) {
        assertThat(Amounts.plain(Amounts.parse(text))).isEqualTo(plain);
    }

    @ParameterizedTest(name = "{1} of {0} is {2}")
    @CsvSource({
        "EUR 118.00, 19 %, 22.42",
        "EUR 100.00, 25.5 %, 25.50",
        "EUR 0.01, 2.5 %, 0.00025",
        "EUR 99.99, 0 %, 0.00"
    })
    void aRateTakesTheExactShare(String amount, String rate, String share) {
        assertThat(Amounts.plain(Rate.parse(rate).of(Amounts.parse(amount)))).isEqualTo(share);
    }

    @ParameterizedTest(name = "{0} rounded {1} is {2}")
    @CsvSource({
        "EUR 10.125, 0.01 half-up, 10.13",
        "EUR 10.125, 0.01 half-even, 10.12",
        "EUR 10.124, 0.01 half-up, 10.12",
        "EUR 10.129, 0.01 down, 10.12",
        "EUR 10.121, 0.01 up, 10.13",
        "CHF 15.957, 0.05 half-up, 15.95",
        "CHF 15.975, 0.05 half-up, 16.00",
        "JPY 1299, 100 down, 1200",
        "NOK 12.5, 1 half-up, 13.00"
    })
    void theLawRoundsToItsUnitInItsDirection(String amount, String rounding, String result) {
        assertThat(Amounts.plain(Rounding.parse(rounding).round(Amounts.parse(amount))))
                .isEqualTo(result);
    }

    @ParameterizedTest(name = "{0} at {1} is {2}")
    @CsvSource({"USD 19.90, 1.0912, 18.24", "JPY 1000, 180.25, 5.55", "USD 0.01, 1.2, 0.01", "USD 0.005, 1.2, 0.00"})
    void anAmountIsConvertedByDividingByThePublishedUnits(String amount, String units, String result) {
        var foreign = Amounts.parse(amount);
        var day = LocalDate.parse("2026-07-01");
        var rate = new ExchangeRate(
                Amounts.currency("EUR"),
                Amounts.currency(amount.substring(0, 3)),
                new BigDecimal(units),
                day,
                day,
                "test");

        assertThat(Amounts.plain(rate.convert(foreign, Rounding.parse("0.01 half-up"))))
                .isEqualTo(result);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AUD", "ZAR", "AZN", "CZK"})
    void lettersFromAToZMakeACurrency(String code) {
        assertThat(Amounts.isCurrency(code)).isTrue();
        assertThat(Amounts.currency(code).getCurrencyCode()).isEqualTo(code);
        assertThat(Amounts.text(Amounts.zero(Amounts.currency(code)))).isEqualTo(code + " 0.00");
    }

    @ParameterizedTest(name = "{0} and {1}: sum {2}, difference {3}, compared {4}")
    @CsvSource({
        "EUR 1.50, EUR 0.25, EUR 1.75, EUR 1.25, 1",
        "EUR 0.00, EUR 0.25, EUR 0.25, EUR -0.25, -1",
        "EUR 0.25, EUR 0.00, EUR 0.25, EUR 0.25, 1",
        "EUR 0.25, EUR 0.250, EUR 0.50, EUR 0.00, 0",
        "JPY 7, JPY 8, JPY 15, JPY -1, -1"
    })
    void amountsAreAddedTakenAwayAndCompared(String one, String other, String sum, String difference, int compared) {
        var first = Amounts.parse(one);
        var second = Amounts.parse(other);

        assertThat(Amounts.text(Amounts.sum(first, second))).isEqualTo(sum);
        assertThat(Amounts.text(Amounts.difference(first, second))).isEqualTo(difference);
        assertThat(Amounts.compare(first, second)).isEqualTo(compared);
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({"EUR 1, GBP 1", "EUR 0, GBP 1"})
    void twoCurrenciesAreNeitherAddedNorCompared(String one, String other) {
        var first = Amounts.parse(one);
        var second = Amounts.parse(other);

        assertThatThrownBy(() -> Amounts.sum(first, second)).isInstanceOf(MonetaryException.class);
        assertThatThrownBy(() -> Amounts.difference(first, second)).isInstanceOf(MonetaryException.class);
        assertThatThrownBy(() -> Amounts.compare(first, second)).isInstanceOf(MonetaryException.class);
    }

    /** A currency of another maker is the same currency, though it is another object. */
    @Test
    void oneCurrencyInTwoObjectsIsOneCurrency() {
        var foreign = CurrencyUnitBuilder.of("EUR", "test")
                .setDefaultFractionDigits(2)
                .build();
        var theirs = Money.of(new BigDecimal("2.00"), foreign);
        var ours = Amounts.parse("EUR 3.00");

        assertThat(foreign).isNotSameAs(ours.getCurrency());
        assertThat(Amounts.compare(ours, theirs)).isPositive();
        assertThat(Amounts.compare(theirs, ours)).isNegative();
        assertThat(Amounts.compare(theirs, theirs)).isZero();
    }

    @Test
    void anAmountThatIsRememberedIsTheAmountThatWasAskedFor() {
        for (var round = 0; round < 2; round++) {
            for (var cents = 0; cents < 5_000; cents++) {
                same("EUR", BigDecimal.valueOf(cents, 2));
            }
            for (var currency : Monetary.getCurrencies()) {
                same(currency.getCurrencyCode(), BigDecimal.ONE);
            }
        }
        // Two pairs that share their hash: by their digits, and by their decimals.
        same("EUR", BigDecimal.valueOf(5_000_000_000L));
        same("EUR", BigDecimal.valueOf(9_294_967_265L));
        same("EUR", BigDecimal.valueOf(2, 0));
        same("EUR", BigDecimal.valueOf(1, 31));
    }

    private static void same(String currency, BigDecimal number) {
        assertThat(Amounts.of(Amounts.currency(currency), number)).isEqualTo(Money.of(number, currency));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "0 half-up, a rounding unit of 0 is not above zero",
        "0.01, ' is not a rounding;'",
        "0.01 sideways, ' is not a rounding;'",
        "' half-up', ' is not a plain number;'"
    })
    void aRoundingInAnotherFormIsRefused(String text, String message) {
        assertThatThrownBy(() -> Rounding.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void ratesAndRoundingsAreShownAsTheLawWritesThem() {
        assertThat(Rate.parse("2.50 %")).hasToString("2.5 %");
        assertThat(Rounding.parse("0.05 half-down")).hasToString("0.05 half-down");
    }

    @Test
    void monetaReckonsWithEnoughDigits() {
        assertThat(Money.DEFAULT_MONETARY_CONTEXT.getPrecision()).isGreaterThanOrEqualTo(34);
    }
}
