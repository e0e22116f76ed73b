package org.minimis.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The authorities' own file forms. The figures are made up. */
class RateImportFilesTest {

    @ParameterizedTest(name = "in {0} it is {1}")
    @CsvSource({"2026-06, 2026-06-17", "2026-07, 2026-07-22", "2026-09, 2026-09-23", "2026-10, 2026-10-21"})
    void thePenultimateWednesdayDecides(String month, String wednesday) {
        assertThat(EcbReferenceRates.penultimateWednesday(YearMonth.parse(month)))
                .isEqualTo(wednesday);
    }

    @Test
    void theRateOfThePenultimateWednesdayHoldsForTheNextMonth() {
        var xml = """
                <?xml version="1.0" encoding="UTF-8"?>
                <gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
                <Cube><Cube time="2026-06-18"><Cube currency="USD" rate="1.2000"/></Cube>
                <Cube time="2026-06-17"><Cube currency="USD" rate="1.1000"/><Cube currency="JPY" rate="180.25"/></Cube>
                <Cube time="2026-06-16"><Cube currency="USD" rate="1.3000"/></Cube></Cube></gesmes:Envelope>
                """;

        assertThat(tables(xml)).containsOnlyKeys("ecb/2026-07.csv").containsEntry("ecb/2026-07.csv", """
                base,currency,units_per_base,valid_from,valid_to,source
                EUR,JPY,180.25,2026-07-01,2026-07-31,European Central Bank reference rate of 2026-06-17
                EUR,USD,1.1000,2026-07-01,2026-07-31,European Central Bank reference rate of 2026-06-17
                """);
    }

    @Test
    void whereTheWednesdayHasNoRateTheLastOneBeforeDecides() {
        var csv = """
                Date,USD,JPY,CYP,
                2026-06-19,1.2000,N/A,N/A,
                2026-06-16,1.1000,180.25,N/A,
                """;

        assertThat(tables(csv).get("ecb/2026-07.csv"))
                .contains("EUR,USD,1.1000,2026-07-01,2026-07-31,European Central Bank reference rate of 2026-06-16");
    }

    @Test
    void aFileThatDoesNotReachTheWednesdayGivesNoMonth() {
        assertThatThrownBy(() -> tables("Date,USD,\n2026-06-16,1.1000,\n"))
                .hasMessage(
                        "rates.file: no month follows from it; a European Central Bank file must reach the penultimate"
                                + " Wednesday of a month");
    }

    @Test
    void hmrcsXmlIsTakenForItsPeriod() {
        var xml = """
                <?xml version="1.0" encoding="UTF-8"?>
                <exchangeRateMonthList Period="01/Sep/2026 to 30/Sep/2026">
                <exchangeRate><countryName>Eurozone</countryName><countryCode>EU</countryCode>
                <currencyName>Euro</currencyName><currencyCode>EUR</currencyCode><rateNew>1.1500</rateNew></exchangeRate>
                <exchangeRate><countryName>USA</countryName><currencyCode>USD</currencyCode><rateNew>1.3000</rateNew></exchangeRate>
                <exchangeRate><countryName>Ecuador</countryName><currencyCode>USD</currencyCode><rateNew>1.3000</rateNew></exchangeRate>
                </exchangeRateMonthList>
                """;

        assertThat(tables(xml)).containsEntry("hmrc/2026-09.csv", """
                base,currency,units_per_base,valid_from,valid_to,source
                GBP,EUR,1.1500,2026-09-01,2026-09-30,HMRC monthly exchange rates
                GBP,USD,1.3000,2026-09-01,2026-09-30,HMRC monthly exchange rates
                """);
    }

    @Test
    void hmrcsCsvIsTakenForItsPeriod() {
        var csv = "Country/Territories,Currency,Currency Code,Currency Units per £1,Start Date,End Date\n"
                + "Japan,Yen,JPY,200.5,01/09/2026,30/09/2026\n";

        assertThat(tables(csv).get("hmrc/2026-09.csv"))
                .endsWith("GBP,JPY,200.5,2026-09-01,2026-09-30,HMRC monthly exchange rates\n");
    }

    @Test
    void twoRatesOfOneCurrencyAreRefused() {
        var csv = "Country/Territories,Currency,Currency Code,Currency Units per £1,Start Date,End Date\n"
                + "A,Dollar,USD,1.3,01/09/2026,30/09/2026\nB,Dollar,USD,1.4,01/09/2026,30/09/2026\n";

        assertThatThrownBy(() -> tables(csv)).hasMessage("rates.file: USD has two rates from 2026-09-01");
    }

    /** Nothing is fetched and nothing is expanded. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>",
                "<!DOCTYPE x [<!ENTITY % p SYSTEM 'file:///etc/hostname'> %p;]>",
                "<!DOCTYPE x [<!ENTITY a 'lol'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY e '&b;&b;&b;&b;&b;&b;'>]>"
            })
    void xmlThatRefersElsewhereOrSwellsIsRefused(String doctype) {
        var ecb = doctype
                + "<Envelope xmlns='http://www.ecb.int/vocabulary/2002-08-01/eurofxref'><Cube time='2026-06-17'><Cube currency='USD' rate='&e;'/></Cube></Envelope>";
        var hmrc = doctype + "<exchangeRateMonthList Period='01/Sep/2026 to 30/Sep/2026'><exchangeRate>"
                + "<currencyCode>USD</currencyCode><rateNew>&e;</rateNew></exchangeRate></exchangeRateMonthList>";

        for (var xml : List.of(ecb, hmrc)) {
            assertThatThrownBy(() -> tables(xml))
                    .hasMessageStartingWith("rates.file")
                    .hasMessageNotContainingAny("lol", "neither");
        }
    }

    @Test
    void anotherFileIsRefused() {
        assertThatThrownBy(() -> tables("hello"))
                .hasMessage(
                        "rates.file: this is neither a file of the European Central Bank (eurofxref) nor HMRC's monthly"
                                + " rates; name one of these");
    }

    @Test
    void aByteOrderMarkDoesNoHarm() {
        var csv = "\ufeffCountry/Territories,Currency,Currency Code,Currency Units per £1,Start Date,End Date\n"
                + "Japan,Yen,JPY,200.5,01/09/2026,30/09/2026\n";

        assertThat(tables(csv)).containsOnlyKeys("hmrc/2026-09.csv");
        assertThat(tables(csv.substring(csv.indexOf("Currency Code"))
                        .replace("Japan,Yen,", "")
                        .replace("Currency Code", "\ufeffCurrency Code")))
                .containsOnlyKeys("hmrc/2026-09.csv");
    }

    @Test
    void whatAFileDefinesForItselfIsNotExpanded() {
        var xml = "<!DOCTYPE gesmes [<!ENTITY day \"2026-06-17\">]>\n"
                + "<gesmes><Cube><Cube time=\"&day;\"><Cube currency=\"USD\" rate=\"1.2\"/></Cube></Cube></gesmes>";

        assertThatThrownBy(() -> tables(xml))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rates.file: line 2: this is not XML; fetch it again");
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource({
        "31/12/1998, 31/01/1999, false",
        "01/01/1999, 01/01/1999, true",
        "01/12/2999, 31/12/2999, true",
        "01/12/2999, 01/01/3000, false",
        "02/01/2026, 01/01/2026, false"
    })
    void aRateHasAPeriodOfOurTimes(String from, String to, boolean taken) {
        var csv = "Country/Territories,Currency,Currency Code,Currency Units per £1,Start Date,End Date\n"
                + "Japan,Yen,JPY,200.5,%s,%s\n".formatted(from, to);

        if (taken) {
            assertThat(tables(csv)).hasSize(1);
        } else {
            assertThatThrownBy(() -> tables(csv)).hasMessageContaining("is no period of a rate; fetch it again");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Date,USD;2026-06-17,0                         | the rate of USD is not above zero",
                "Date,us1;2026-06-17,1                         | 'us1' is not an ISO 4217 currency",
                "Date,USD;+999999999-12-31,1                   | +999999999-12-31 is no day of a reference rate",
                "Date,USD;17/06/2026,1                         | '17/06/2026' is not a day",
                "Date,USD;2026-06-17,1;2026-06-16,1,2          | this is not CSV with a header and rows of its length",
                "<gesmes/>                                     | no month follows from it",
                "<gesmes>                                      | line 1: this is not XML"
            })
    void aFileThatIsDamagedIsRefusedInOneLine(String file, String message) {
        assertThatThrownBy(() -> tables(file.replace(';', '\n')))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("rates.file: " + message);
    }

    private static Map<String, String> tables(String text) {
        return RateImportFiles.tables("rates.file", text.getBytes(StandardCharsets.UTF_8));
    }
}
