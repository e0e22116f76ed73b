package org.minimis.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.minimis.consignment.Consignment;

class SampleManifestsReadTest {

    private static final Path JSON = Path.of("../shared/samples/ndjson/constructed_consignments.ndjson");
    private static final Path CSV = Path.of("../shared/samples/csv/constructed_items.csv");

    @Test
    void theSameConsignmentsComeOutOfBothForms() throws Exception {
        Assumptions.assumeTrue(Files.exists(JSON) && Files.exists(CSV), "the folder of samples is not there");

        var fromJson = consignments(JSON, ManifestFormat.NDJSON);
        var fromCsv = consignments(CSV, ManifestFormat.CSV);

        assertThat(fromJson).hasSize(3).isEqualTo(fromCsv);
        assertThat(fromJson.get(0).goods()).hasSize(2);
        assertThat(fromJson.get(1).taxId("IOSS")).isPresent();
    }

    @Test
    void theSamplesHaveNothingWrongWithThem() throws Exception {
        Assumptions.assumeTrue(Files.exists(JSON), "the folder of samples is not there");

        try (var reader =
                Manifests.open(JSON, "samples.ndjson", ManifestFormat.NDJSON, null, TestManifests.REFERENCE)) {
            assertThat(TestManifests.all(reader))
                    .extracting(TestManifests::findings)
                    .allMatch(String::isEmpty);
        }
    }

    private static List<Consignment> consignments(Path file, ManifestFormat format) throws Exception {
        try (var reader = Manifests.open(file, file.toString(), format, null, TestManifests.REFERENCE)) {
            return TestManifests.all(reader).stream()
                    .map(record -> ((ManifestRecord.Readable) record).consignment())
                    .toList();
        }
    }
}
