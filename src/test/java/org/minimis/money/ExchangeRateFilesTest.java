package org.minimis.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minimis.settings.ConfigException;
import org.minimis.settings.ConfigFolder;

class ExchangeRateFilesTest {

    private static final String HEADER = "base,currency,units_per_base,valid_from,valid_to,source\n";

    @TempDir
    Path folder;

    private ExchangeRateFiles files;

    @BeforeEach
    void aTableOfJuly() throws IOException {
        Files.createDirectories(folder.resolve("regimes"));
        Files.createDirectories(folder.resolve("exchange-rates/zz"));
        files = new ExchangeRateFiles(ConfigFolder.of(folder));
        table(HEADER
                + "EUR,USD,1.1,2026-07-02,2026-07-30,published\n"
                + "EUR,USD,1.2,2026-07-20,2026-07-25,amended\n"
                + "GBP,USD,1.3,2026-07-01,2026-07-31,published\n"
                + "EUR,XQX,9,2026-07-01,2026-07-31,no currency of ours\n");
    }

    private void table(String text) throws IOException {
        Files.writeString(folder.resolve("exchange-rates/zz/2026-07.csv"), text);
    }

    private String units(String base, String foreign, String day) {
        return files.rate("zz", Amounts.currency(base), Amounts.currency(foreign), LocalDate.parse(day))
                .map(rate -> rate.unitsPerBase().toPlainString())
                .orElse("none");
    }

    @ParameterizedTest(name = "{1} for {0} on {2}: {3}")
    @CsvSource({
        "EUR, USD, 2026-07-01, none",
        "EUR, USD, 2026-07-02, 1.1",
        "EUR, USD, 2026-07-19, 1.1",
        "EUR, USD, 2026-07-20, 1.2",
        "EUR, USD, 2026-07-25, 1.2",
        "EUR, USD, 2026-07-26, 1.1",
        "EUR, USD, 2026-07-30, 1.1",
        "EUR, USD, 2026-07-31, none",
        "GBP, USD, 2026-07-31, 1.3",
        "GBP, EUR, 2026-07-31, none",
        "EUR, USD, 2026-08-01, none"
    })
    void theLastRateThatCoversTheDayIsTaken(String base, String foreign, String day, String units) {
        assertThat(units(base, foreign, day)).isEqualTo(units);
    }

    @Test
    void aTableIsAFolderWithMonths() {
        assertThat(files.has("zz")).isTrue();
        assertThat(files.has("yy")).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "EUR,USD,1.1,2026-07-01                          | this is not a table of exchange rates; its columns are base,",
                "EUR,USD,0,2026-07-01,2026-07-31,x               | :2: a rate of 0 USD per EUR is not above zero",
                "EUR,USD,1e9,2026-07-01,2026-07-31,x             | :2: '1e9' is not a plain number",
                "EUR,USD,1.1,2026-07-31,2026-07-30,x             | :2: a rate from 2026-07-31 to 2026-07-30 ends before it begins",
                "EUR,USD,1.1,2026-02-30,2026-07-30,x             | :2: '2026-02-30' is not a day; write year-month-day",
                "E.R,USD,1.1,2026-07-01,2026-07-30,x             | :2: 'E.R' is not an ISO 4217 currency"
            })
    void aRowThatIsNoRateStopsTheProgramWithItsLine(String row, String message) throws IOException {
        table(HEADER + row + "\n");

        assertThatThrownBy(() -> units("EUR", "USD", "2026-07-15"))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith(folder.getFileName() + "/exchange-rates/zz/2026-07.csv:")
                .hasMessageContaining(message);
    }

    @Test
    void aRateOfOneDayIsARate() {
        var day = LocalDate.of(2026, 7, 1);
        var rate = new ExchangeRate(
                Amounts.currency("CHF"), Amounts.currency("USD"), BigDecimal.valueOf(8, 1), day, day, "x");

        assertThat(Amounts.text(rate.convert(Amounts.parse("USD 10.01"), Rounding.parse("0.05 half-up"))))
                .isEqualTo("CHF 12.50");
        assertThat(Amounts.text(rate.convert(Amounts.parse("USD 10.02"), Rounding.parse("0.05 half-up"))))
                .isEqualTo("CHF 12.55");
        assertThat(Amounts.text(rate.convert(Amounts.parse("USD 10.02"), Rounding.parse("1 up"))))
                .isEqualTo("CHF 13.00");
    }
}
