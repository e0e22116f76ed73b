package org.minimis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.minimis.regime.Regimes;
import org.minimis.settings.ConfigFolder;
import tools.jackson.databind.json.JsonMapper;

/** What a small seller asks: {@code quote} for one parcel, {@code law guide} for a country. */
class SellerTest {

    @TempDir
    Path folder;

    @Test
    void aParcelIsQuotedFromOptions() {
        var session = Session.run(
                "quote",
                "--goods",
                "Sneakers",
                "--code",
                "640411",
                "--value",
                "SGD 390",
                "--freight",
                "SGD 35",
                "--from",
                "CN",
                "--to",
                "SG",
                "--accepted",
                "2026-11-23");

        assertThat(session.exitCode()).as(session.err()).isZero();
        assertThat(session.out())
                .startsWith(
                        "QUOTE  assessed, category 3, SG SG TRADENET_PERMIT, VAT scheme STANDARD: duty 0.00 + VAT 38.25"
                                + " + fees 0.00 = SGD 38.25\n")
                .contains("GST Act 1993 s. 8, 18")
                .contains("  collected      duty and fees from the declarant at import; VAT at import\n")
                .contains("  needs          a declaration with dataset TRADENET_PERMIT, which takes\n")
                .contains("                 description\n");
    }

    @Test
    void aFileOfJsonSaysTheSameAsOptions() throws IOException {
        var file = folder.resolve("parcel.json");
        Files.writeString(file, """
                {"from": "US", "to": "CA", "region": "ON", "channel": "EXPRESS", "accepted": "2026-11-23",
                 "goods": [{"description": "Cotton T-shirt", "code": "610910", "value": "CAD 100"}]}
                """);

        var fromFile = Session.run("quote", "--file", file.toString(), "--format", "json");
        var fromOptions = Session.run(
                "quote",
                "--goods",
                "Cotton T-shirt",
                "--code",
                "610910",
                "--value",
                "CAD 100",
                "--from",
                "US",
                "--to",
                "CA",
                "--region",
                "ON",
                "--accepted",
                "2026-11-23",
                "--format",
                "json");

        assertThat(fromFile.out()).isEqualTo(fromOptions.out());
        var json = JsonMapper.shared().readTree(fromFile.out());
        assertThat(List.of("dataset", "duty", "vat", "total").stream()
                        .map(key -> json.get(key).asString()))
                .containsExactly("CLVS", "0.00", "13.00", "13.00");
    }

    @Test
    void theSellersSchemeDecidesWhoCollects() {
        var session = Session.run(
                "quote",
                "--goods",
                "T-shirt",
                "--code",
                "610910",
                "--value",
                "EUR 40",
                "--from",
                "CN",
                "--to",
                "DE",
                "--scheme",
                "IOSS=IM2760000742",
                "--accepted",
                "2026-10-30");

        assertThat(session.out())
                .contains("VAT scheme IOSS: duty 3.00 + VAT 0.00")
                .contains("VAT by the seller at the sale")
                .contains("subheading of six digits (18 09)");
    }

    @Test
    void whatIsNotQuotedIsReferredWithItsReason() {
        var session = Session.run(
                "quote",
                "--goods",
                "Wine",
                "--code",
                "220421",
                "--value",
                "AUD 40",
                "--from",
                "FR",
                "--to",
                "AU",
                "--accepted",
                "2026-11-23");

        assertThat(session.out()).startsWith("QUOTE  referred").contains("EXCLUDED_GOODS");
    }

    static List<String> states() {
        return Regimes.load(ConfigFolder.of(Path.of("config"))).all().stream()
                .map(regime -> regime.states().get(0))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("states")
    void everyRegimeHasAGuideInBothForms(String state) {
        var text = Session.run("law", "guide", state, "--on", "2026-11-23");
        var html = Session.run("law", "guide", state, "--on", "2026-11-23", "--format", "html");

        assertThat(text.exitCode()).as(text.err()).isZero();
        assertThat(text.out())
                .contains("\nWhat goes simply, and what does not\n")
                .contains("\nCustoms duty\n")
                .contains("\nRates of that tax in " + state + "\n")
                .contains("\nHow it is declared\n")
                .doesNotContain("refer:", "duty: none", "admit:", "reason:", "{");
        assertThat(html.out())
                .startsWith("<!DOCTYPE html>")
                .contains("<h2>Customs duty</h2>")
                .doesNotContain("src=", "href=");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DE | A distance sale, not over EUR 150 (a sale to a private person; price of the goods not over EUR 150): EUR 3.00 for each item",
                "DE | 19 %, books 7 %, food 7 %",
                "AU | with a number ARN or ABN; price of each piece not over AUD 1000",
                "MX | 33.5 % of the customs value",
                "BR | 60 % of the customs value less USD 20.00",
                "NZ | NZD 2.21 for each consignment and 15 % on it",
                "ID | watches-cosmetics-steel 15 %",
                "US | On top of the duty: Section 301, Brazil",
                "CA | vaping",
                "SG | liquor-tobacco: 2203 2204"
            })
    void theGuideSaysLimitsRatesAndWhatIsExcluded(String state, String words) {
        assertThat(Session.run("law", "guide", state, "--on", "2026-11-23").out())
                .contains(words);
    }
}
