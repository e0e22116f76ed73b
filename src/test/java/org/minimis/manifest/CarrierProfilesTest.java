package org.minimis.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minimis.money.Amounts;
import org.minimis.settings.ConfigException;
import org.minimis.settings.ConfigFolder;

class CarrierProfilesTest {

    private static final Path ORDERS = Path.of("../shared/data/orders/uci_online_retail_export.csv");
    private static final String NORD_HEADER = "Ladeliste;Ankunft;Sendungsnummer;Sendungsart;Bestimmungsland;Absender;"
            + "Absender Ort;Absender Land;Empfänger;Empfänger Ort;Empfänger Land;Packstücke;Rohmasse;Warenbezeichnung;"
            + "Warennummer;Menge;Einheit;Positionswert;Währung;Bemerkung\n";
    private static final String NORD_ROW =
            "L7;22.11.2026 05:30;NF1;Verkauf;DE;MUSTER AG;ZUG;CH;JANE SAMPLE;ULM;DE;1;0,85;"
                    + "BAUMWOLLHEMD GESTRICKT HERREN;610910;2;Stück;12,50;EUR;eilig\n";

    private final CarrierProfiles profiles = CarrierProfiles.load(TestManifests.CONFIG);

    private ManifestRecord nordfracht(String row) {
        var bytes = (NORD_HEADER + row).getBytes(StandardCharsets.UTF_8);
        return TestManifests.only(TestManifests.read(bytes, ManifestFormat.CSV, profiles.named("nordfracht")));
    }

    @Test
    void aProfileIsFoundByFileNameOrByItsOwn() {
        assertThat(profiles.forFile("Nordfracht-1122.CSV"))
                .map(CarrierProfile::name)
                .contains("nordfracht");
        assertThat(profiles.forFile("other.csv")).isEmpty();
        assertThatThrownBy(() -> profiles.named("südfracht"))
                .isInstanceOf(ConfigException.class)
                .hasMessage("there is no carrier profile 'südfracht'; known are nordfracht, uci-online-retail");
    }

    @Test
    void columnsNumbersDatesAndWordsAreTranslated() {
        var record = nordfracht(NORD_ROW);

        assertThat(TestManifests.findings(record)).isEmpty();
        var consignment = ((ManifestRecord.Readable) record).consignment();
        assertThat(consignment.carriage().arrival()).hasToString("2026-11-22T04:30:00Z");
        assertThat(consignment.grossKg()).isEqualTo("0.85");
        assertThat(consignment.type()).hasToString("B2C");
        assertThat(consignment.goods().get(0).unit()).isEqualTo("PCE");
        assertThat(consignment.goods().get(0).value()).isEqualTo(Amounts.parse("EUR 12.50"));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "12,50 | 1.234,50 | rejected INVALID_FIELD goods[0].Positionswert",
                "12,50 | 12.50 | rejected INVALID_FIELD goods[0].Positionswert",
                "22.11.2026 05:30 | 31.02.2026 05:30 | rejected INVALID_FIELD Ankunft",
                "Verkauf | Tausch | rejected INVALID_FIELD Sendungsart",
            })
    void whatTheProfileDoesNotKnowIsNamedInTheCarriersWords(String was, String is, String expected) {
        assertThat(TestManifests.findings(nordfracht(NORD_ROW.replace(was, is))))
                .startsWith(expected);
    }

    @Test
    void everyLineOfTheRealOrdersIsAccountedFor() throws Exception {
        Assumptions.assumeTrue(Files.exists(ORDERS), "the folder of real orders is not there");
        var profile = profiles.forFile(ORDERS.getFileName().toString()).orElseThrow();

        List<ManifestRecord> records;
        try (var reader = Manifests.open(ORDERS, "orders.csv", ManifestFormat.CSV, profile, TestManifests.REFERENCE)) {
            records = TestManifests.all(reader);
        }

        assertThat(records).hasSize(2_406);
        assertThat(records).filteredOn(record -> record.findings().isEmpty()).isEmpty(); // no town is known of anybody
        assertThat(records)
                .filteredOn(record -> record instanceof ManifestRecord.Unreadable unreadable
                        && unreadable.houseWaybill().startsWith("C"))
                .hasSizeGreaterThan(300)
                .allSatisfy(record -> assertThat(TestManifests.findings(record)).contains("is negative"));
        var readable = records.stream()
                .filter(record -> record instanceof ManifestRecord.Readable)
                .map(record -> ((ManifestRecord.Readable) record).consignment())
                .toList();
        assertThat(readable).hasSizeGreaterThan(1_500);
        assertThat(readable.get(0).goods().get(0).value()).isEqualTo(Amounts.parse("GBP 90.00"));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "decimal: ';' | ';' is not a decimal mark; write ',' or '.'",
                "colour: red | 'colour' is not known here",
                "constants: { houseWaybill: X } | the field has another source in this file; keep one",
                "constants: { weight: X } | 'weight' is no field of a manifest",
                "arrival: { form: dd.MM.yyyy, zone: Berlin } | 'Berlin' is not a time zone",
                "delimiter: ab | 'ab' is not a delimiter",
            })
    void aProfileThatIsNotWholeStopsTheProgram(String added, String message, @TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("regimes"));
        Files.createDirectories(folder.resolve("carriers"));
        Files.writeString(
                folder.resolve("carriers/x.yaml"),
                "carrier: X\ncolumns: { houseWaybill: hawb, description: text }\n" + added + "\n");

        assertThatThrownBy(() -> CarrierProfiles.load(ConfigFolder.of(folder)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("carriers/x.yaml:")
                .hasMessageContaining(message);
    }
}
