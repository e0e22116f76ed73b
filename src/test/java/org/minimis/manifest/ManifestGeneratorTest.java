package org.minimis.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minimis.consignment.Consignment;

class ManifestGeneratorTest {

    private final ManifestGenerator generator = new ManifestGenerator(TestManifests.CONFIG);

    private byte[] bytes(GeneratorOptions options, ManifestFormat format) throws IOException {
        var out = new ByteArrayOutputStream();
        generator.write(options, format, out);
        return out.toByteArray();
    }

    private List<ManifestRecord> records(GeneratorOptions options, ManifestFormat format) throws IOException {
        return TestManifests.read(bytes(options, format), format, null);
    }

    private static List<Consignment> consignments(List<ManifestRecord> records) {
        return records.stream()
                .map(record -> ((ManifestRecord.Readable) record).consignment())
                .toList();
    }

    @Test
    void theSameSeedMakesTheSameBytesAndAnotherSeedOthers() throws IOException {
        var first = bytes(GeneratorOptions.of(300, 7), ManifestFormat.NDJSON);

        assertThat(bytes(GeneratorOptions.of(300, 7), ManifestFormat.NDJSON)).isEqualTo(first);
        assertThat(bytes(GeneratorOptions.of(300, 8), ManifestFormat.NDJSON)).isNotEqualTo(first);
    }

    @Test
    void bothFormsHoldTheSameConsignmentsAndNoneIsUnreadable() throws IOException {
        var options = GeneratorOptions.of(3_000, 42);
        var fromJson = records(options, ManifestFormat.NDJSON);

        assertThat(fromJson)
                .allSatisfy(record -> assertThat(record)
                        .as(TestManifests.findings(record))
                        .isInstanceOf(ManifestRecord.Readable.class));
        assertThat(consignments(fromJson)).isEqualTo(consignments(records(options, ManifestFormat.CSV)));
    }

    @Test
    void theGoodsOfTheMixPassEveryCheck() {
        for (var row : ReferenceCsv.rows(TestManifests.CONFIG, "goods/mix.csv", "subheading", "description")) {
            assertThat(row.text("origins").split(" "))
                    .as(row.text("subheading"))
                    .allMatch(origin -> TestManifests.REFERENCE.country(origin) != null);
            assertThat(TestManifests.REFERENCE.subheading(row.text("subheading")))
                    .isNotNull();
            assertThat(TestManifests.REFERENCE.vague().verdict(row.text("description")))
                    .isEqualTo(VagueDescriptions.Verdict.CLEAR);
        }
    }

    @Test
    void aNightIsMixed() throws IOException {
        var night = consignments(records(GeneratorOptions.of(4_000, 1), ManifestFormat.NDJSON));

        var items = night.stream()
                .mapToInt(consignment -> consignment.goods().size())
                .sum();
        assertThat(items).isBetween(5_200, 6_400);
        assertThat(night.stream().map(Consignment::type).collect(Collectors.toSet()))
                .hasSize(5);
        assertThat(night.stream().map(Consignment::destinationCountry).collect(Collectors.toSet()))
                .hasSize(12);
        assertThat(night.stream()
                        .filter(consignment -> consignment.taxId("IOSS").isPresent()))
                .hasSizeGreaterThan(800);
        assertThat(night)
                .anyMatch(consignment -> consignment.goods().stream().anyMatch(g -> g.commodityCode() == null));
    }

    @Test
    void aNightToTheWorldIsReadableInBothForms() throws IOException {
        var options = GeneratorOptions.of(1_500, 3).ofTheWorld();
        var fromJson = records(options, ManifestFormat.NDJSON);

        assertThat(fromJson)
                .allSatisfy(record -> assertThat(record)
                        .as(TestManifests.findings(record))
                        .isInstanceOf(ManifestRecord.Readable.class));
        assertThat(consignments(fromJson)).isEqualTo(consignments(records(options, ManifestFormat.CSV)));
        assertThat(consignments(fromJson).stream()
                        .map(Consignment::destinationCountry)
                        .collect(Collectors.toSet()))
                .hasSize(23);
    }

    @Test
    void faultsAreMadeOnDemand() throws IOException {
        var spoilt = records(GeneratorOptions.of(1_000, 5).withFaults(20), ManifestFormat.NDJSON).stream()
                .filter(record -> record instanceof ManifestRecord.Unreadable)
                .count();

        assertThat(spoilt).isBetween(120L, 240L);
    }

    @Test
    void theNameSaysFormatAndCompression(@TempDir Path folder) throws Exception {
        for (var name : List.of("a.ndjson", "a.ndjson.gz", "a.csv", "a.csv.gz")) {
            generator.write(GeneratorOptions.of(20, 3), folder.resolve(name));
        }

        var unpacked = new java.io.ByteArrayOutputStream();
        new PackedFiles().unpack(folder.resolve("a.csv.gz"), "", "a.csv.gz", unpacked);
        assertThat(folder.resolve("a.csv")).hasBinaryContent(unpacked.toByteArray());
        assertThat(Files.size(folder.resolve("a.ndjson.gz"))).isLessThan(Files.size(folder.resolve("a.ndjson")));
    }
}
