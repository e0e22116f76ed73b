package org.minimis.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minimis.cli.Session;
import org.minimis.declaration.DeclarationValidator;
import tools.jackson.databind.json.JsonMapper;

/** What stands in the folder of references beside the project; each test skips with a word where it does not. */
class SharedSamplesTest {

    private static final Path SHARED = Path.of("../shared");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"samples/ndjson", "samples/csv"})
    void theFirstConsignmentOfTheConstructedManifestOwesWhatTheIssueSays(String samples) throws IOException {
        var session = Session.clear(folder, List.of(there(samples).toString(), "--accepted", "2026-07-03"));
        assertThat(session.exitCode()).as(session.err()).isZero();

        var explained = Session.run(
                "explain", "XP0000000001", "--format", "json", "--db", Session.db(folder), "--out", folder + "/out");

        var json = JsonMapper.shared().readTree(explained.out());
        assertThat(List.of("category", "dataset", "duty", "vatBase", "vat", "total").stream()
                        .map(key -> json.get(key).asString()))
                .containsExactly("3", "H7", "6.00", "118.00", "22.42", "28.42");
        assertThat(json.get("reasoning")
                        .valueStream()
                        .map(step -> step.get("step").asString()))
                .containsExactly(
                        "intrinsicValue", "admission", "customsValue", "duty", "vatBase", "vat", "declaration");
        assertThat(json.get("reasoning")
                        .valueStream()
                        .allMatch(step -> !step.get("law").asString().isBlank()))
                .isTrue();
    }

    @Test
    void everyLineOfARealSellersYearIsAccountedFor() throws IOException {
        var orders = there("data/orders/uci_online_retail_export.csv");
        var invoices = new HashSet<String>();
        var lines = 0L;
        try (var rows = CsvReader.builder().ofNamedCsvRecord(orders)) {
            for (var row : rows) {
                invoices.add(row.getField("invoice_no"));
                lines++;
            }
        }
        var arguments = List.of(orders.toString(), "--accepted", "2026-09-15", "--rates", "market-unofficial");

        var session = Session.clear(folder, arguments);

        assertThat(session.exitCode()).as(session.err()).isZero();
        assertThat(lines).isEqualTo(46_431);
        var report = JsonMapper.shared()
                .readTree(Story.published(folder.resolve("out")).get("report/revenue.json"));
        var counts = report.get("counts");
        assertThat(counts.get("records").asLong()).isEqualTo(invoices.size());
        assertThat(counts.get("assessed").asLong()
                        + counts.get("referred").asLong()
                        + counts.get("rejected").asLong())
                .isEqualTo(invoices.size());
    }

    @Test
    void everyXmlOfTheSamplesValidates() throws IOException {
        var validator = DeclarationValidator.of(there("schemas/hmrc-cds"));
        var complaints = new ArrayList<String>();
        var messages = 0L;
        try (Stream<Path> files = Files.walk(Path.of("sample-manifests"))) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".xml")).toList()) {
                messages += validator.validate(file, complaints::add);
            }
        }

        assertThat(complaints).isEmpty();
        assertThat(messages).isGreaterThan(30);
    }

    @Test
    void aBrokenDeclarationIsRefused() throws IOException {
        var schemas = there("schemas/hmrc-cds");
        var whole =
                Path.of("sample-manifests/uk-birds-night/expected/2026-09-10/declarations/GB-BIRDS-ZQ-20260910-03.xml");
        var broken = folder.resolve("broken.xml");
        Files.writeString(
                broken,
                Files.readString(whole).replaceFirst("<SequenceNumeric>1</SequenceNumeric>", "<SequenceNumeric/>"),
                StandardCharsets.UTF_8);
        var complaints = new ArrayList<String>();

        DeclarationValidator.of(schemas).validate(broken, complaints::add);

        assertThat(complaints).isNotEmpty().allMatch(complaint -> complaint.startsWith(broken + ":"));
    }

    private static Path there(String name) {
        var path = SHARED.resolve(name);
        assumeTrue(Files.exists(path), path + " is not there: skipped");
        return path;
    }
}
