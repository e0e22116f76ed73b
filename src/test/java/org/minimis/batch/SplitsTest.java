package org.minimis.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minimis.batch.Splits.Near;
import org.minimis.batch.Splits.Split;
import org.minimis.manifest.ManifestFormat;
import org.minimis.manifest.ManifestRecord;
import org.minimis.manifest.Manifests;
import org.minimis.settings.ConfigFolder;

/** The last day of the relief of EUR 150. */
class SplitsTest {

    private static final LawClearing LAW =
            new LawClearing(ConfigFolder.of(Path.of("config")), LawChoices.NONE, LocalDate.of(2026, 6, 30));
    private static final String LINE = """
            {"manifest":"MAN-1","masterWaybill":"020-12345675","carrier":"XP","flight":"%s","arrivalAirport":"LEJ",\
            "arrival":"2026-06-30T04:30:00Z","channel":"EXPRESS","houseWaybill":"%s","type":"B2C","dispatchCountry":"CN",\
            "destinationCountry":"DE","consignor":{"name":"%s","street":"ROAD 1","city":"SHENZHEN","postcode":"518000","country":"CN"},\
            "consignee":{"name":"%s","street":"WEG 1","city":"ORT","postcode":"04103","country":"DE","personType":"NATURAL"},\
            "pieces":1,"grossKg":"0.85","incoterm":"DAP","goods":[{"description":"COTTON T-SHIRT, KNITTED, MENS",\
            "commodityCode":"610910","quantity":"1","unit":"PCE","value":{"amount":"%s","currency":"EUR"},"netKg":"0.35","origin":"CN"}]}
            """;

    private static Splits look(String manifest) throws Exception {
        var splits = new Splits(LAW);
        each(manifest, splits::note);
        each(manifest, splits::look);
        return splits;
    }

    private static void each(String manifest, Consumer<ManifestRecord> take) throws Exception {
        var in = new ByteArrayInputStream(manifest.getBytes(StandardCharsets.UTF_8));
        try (var reader = Manifests.open(in, "m.ndjson", ManifestFormat.NDJSON, null, LAW.reference())) {
            for (var read = reader.next(); read != null; read = reader.next()) {
                take.accept(read);
            }
        }
    }

    private static String line(String number, String to, String value) {
        return LINE.formatted("XP0207", number, "SHOP", to, value);
    }

    @ParameterizedTest(name = "EUR 100.00 and {0} look divided at EUR 150: {1}")
    @CsvSource({"50.00, false", "50.01, true", "150.00, true", "150.01, false"})
    void twoUnderALimitAndTogetherOverItLookDivided(String value, boolean divided) throws Exception {
        var found =
                look(line("XP1", "ANNA", "100.00") + line("XP2", "Anna", value)).splits();

        assertThat(found.stream()
                        .anyMatch(split -> split.limit().toString().equals("EUR 150.00")
                                || split.limit().getNumber().intValueExact() == 150))
                .isEqualTo(divided);
    }

    @Test
    void anotherReceiverFlightOrARepeatedNumberIsNoSplit() throws Exception {
        var found = look(line("XP1", "ANNA", "100.00")
                + line("XP1", "ANNA", "100.00")
                + line("XP2", "BERTA", "100.00")
                + LINE.formatted("XP0208", "XP3", "SHOP", "ANNA", "100.00"));

        assertThat(found.splits()).isEmpty();
    }

    @Test
    void theEvidenceNamesHouseWaybillsAndNoNames() throws Exception {
        var found = look(line("XP1", "ANNA", "100.00") + line("XP2", "ANNA", "100.00"))
                .splits();

        assertThat(found).extracting(Split::first).allMatch(first -> first.equals(java.util.List.of("XP1", "XP2")));
        assertThat(found).extracting(Split::count).containsOnly(2L);
        assertThat(found.toString()).doesNotContain("SHOP").doesNotContain("ANNA");
    }

    private static String sender(String name, int under, int over) {
        var lines = new StringBuilder();
        for (var i = 0; i < under + over; i++) {
            lines.append(LINE.formatted("XP0207", name + i, name, "TO " + name + i, i < under ? "149.00" : "151.00"));
        }
        return lines.toString();
    }

    @Test
    void aSenderWhoKeepsUnderALimitIsTold() throws Exception {
        var found = look(sender("HUGGER", 12, 0) + sender("EVEN", 12, 10) + sender("FEW", 9, 0)).near().stream()
                .filter(near -> near.limit().getNumber().intValueExact() == 150)
                .toList();

        assertThat(found).extracting(Near::under).containsExactly(33L, 12L);
        assertThat(found).extracting(Near::over).containsExactly(10L, 0L);
        assertThat(found.get(0).consignor()).isEqualTo("(all)");
        assertThat(found.get(1).oneIn()).isEqualTo(4096);
        assertThat(found.get(1).consignor()).matches("[0-9a-f]{8}");
    }

    @ParameterizedTest(name = "{0} of {1}: once in {2}")
    @CsvSource({"0, 10, 1", "5, 10, 1", "9, 10, 93", "10, 10, 1024", "60, 100, 35", "100000, 100000, 1000000000"})
    void chanceIsReckonedExactly(long heads, long count, long oneIn) {
        assertThat(Chance.oneIn(heads, count)).isEqualTo(oneIn);
    }
}
