package org.minimis.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minimis.batch.Batches;
import org.minimis.batch.Clear;
import org.minimis.batch.ClearRequest;
import org.minimis.batch.ClearResult;
import org.minimis.batch.LawChoices;
import org.minimis.batch.LawClearing;
import org.minimis.batch.Progress;
import org.minimis.cli.Session;
import org.minimis.manifest.GeneratorOptions;
import org.minimis.manifest.ManifestGenerator;
import org.minimis.report.ReportFiles;
import org.minimis.report.Selection;
import org.minimis.settings.ConfigFolder;
import tools.jackson.databind.json.JsonMapper;

/** The same consignments give the same bytes, in whatever form they come and however the work is divided. */
class SameBytesTest {

    private static final ConfigFolder CONFIG = ConfigFolder.of(Path.of("config"));
    private static final LocalDate ACCEPTED = LocalDate.parse("2026-08-14");
    private static final LawClearing LAW =
            new LawClearing(CONFIG, new LawChoices(Map.of(), "market-unofficial", null), ACCEPTED);
    private static final GeneratorOptions MIXED_NIGHT = GeneratorOptions.of(1_000, 20261123);

    @TempDir
    static Path manifests;

    @TempDir
    Path folder;

    private static Map<String, byte[]> expected;

    @BeforeAll
    static void generateInEveryForm() throws Exception {
        var generator = new ManifestGenerator(CONFIG);
        for (var ending : List.of("ndjson", "csv", "ndjson.gz", "csv.gz")) {
            generator.write(MIXED_NIGHT, manifests.resolve("night." + ending));
        }
        try (var zip = new ZipOutputStream(Files.newOutputStream(manifests.resolve("night.zip")))) {
            zip.putNextEntry(new ZipEntry("night.ndjson"));
            Files.copy(manifests.resolve("night.ndjson"), zip);
        }
        for (var ending : List.of("ndjson", "csv")) {
            generator.write(MIXED_NIGHT.withFaults(3), manifests.resolve("night.faulty." + ending));
        }
        expected = published(clear(manifests.resolve("once"), "ndjson", 1, 1000, 1 << 25));
    }

    @ParameterizedTest(name = "{0}, {1} threads, {2} records a frame, {3} bytes a slice")
    @CsvSource({
        "ndjson,    2, 1000, 33554432",
        "ndjson,    8, 1000, 33554432",
        "ndjson,    8, 7,    20000",
        "ndjson,    2, 100,  5000",
        "csv,       1, 1000, 33554432",
        "csv,       2, 50,   30000",
        "csv,       8, 1000, 1000",
        "ndjson.gz, 2, 1000, 50000",
        "csv.gz,    1, 300,  100000",
        "zip,       2, 1000, 70000"
    })
    void declarationsLedgerAndReportAreTheSame(String form, int threads, int chunk, long slice) throws IOException {
        assertSame(published(clear(folder, form, threads, chunk, slice)), expected);
    }

    private static void assertSame(Map<String, byte[]> published, Map<String, byte[]> expected) {
        assertThat(published.keySet()).isEqualTo(expected.keySet());
        for (var file : expected.entrySet()) {
            assertThat(firstDifference(published.get(file.getKey()), file.getValue()))
                    .as(file.getKey())
                    .isEmpty();
        }
    }

    /** The first line in which two files differ; empty when they are the same to the byte. */
    private static String firstDifference(byte[] actual, byte[] wanted) {
        if (Arrays.equals(actual, wanted)) {
            return "";
        }
        var lines = new String(actual, StandardCharsets.UTF_8).lines().iterator();
        for (var line : new String(wanted, StandardCharsets.UTF_8).lines().toList()) {
            var other = lines.hasNext() ? lines.next() : "(nothing)";
            if (!other.equals(line)) {
                return "expected: " + line + "\nbut was:  " + other;
            }
        }
        return "more lines than expected";
    }

    /** Rejected records come out as they came, so that those of NDJSON and of CSV are compared each with their own. */
    @Test
    void rejectedRecordsAreTheSameHoweverTheWorkIsDivided() throws IOException {
        var once = published(clear(folder.resolve("1"), "faulty.ndjson", 1, 1000, 1 << 25));
        var divided = published(clear(folder.resolve("2"), "faulty.ndjson", 8, 7, 20_000));
        var csv = published(clear(folder.resolve("3"), "faulty.csv", 1, 1000, 1 << 25));
        var dividedCsv = published(clear(folder.resolve("4"), "faulty.csv", 8, 7, 30_000));

        assertSame(divided, once);
        assertSame(dividedCsv, csv);
        assertThat(rejected(once)).hasSize(1);
        assertThat(rejected(csv)).hasSize(1);
    }

    private static List<String> rejected(Map<String, byte[]> published) {
        return published.keySet().stream()
                .filter(name -> name.startsWith("rejected/"))
                .toList();
    }

    @Test
    void recordsAndCentsAreConserved() throws IOException {
        var result = clear(folder, "faulty.ndjson", 2, 1000, 200_000);

        var manifest = result.manifests().get(0);
        assertThat(manifest.records()).isEqualTo(1_000);
        assertThat(manifest.assessed() + manifest.referred() + manifest.rejected())
                .isEqualTo(manifest.records());
        assertThat(List.of(manifest.assessed(), manifest.referred(), manifest.rejected()))
                .doesNotContain(0L);
        assertThat(declared(result.folder())).isEqualTo(ledger(folder)).isEqualTo(reported(result.folder()));
    }

    /** What the declarations say is payable, by currency. */
    private static TreeMap<String, BigDecimal> declared(Path batch) throws IOException {
        var sums = new TreeMap<String, BigDecimal>();
        try (var files = Files.newDirectoryStream(batch.resolve("declarations"), "*.json")) {
            for (var file : files) {
                for (var line : Files.readAllLines(file)) {
                    var json = JsonMapper.shared().readTree(line);
                    if (json.has("14 16")) {
                        sums.merge(
                                json.get("14 17").asString(),
                                new BigDecimal(json.get("14 16").asString()),
                                BigDecimal::add);
                    }
                }
            }
        }
        return sums;
    }

    private static TreeMap<String, BigDecimal> ledger(Path folder) {
        return Batches.read(Session.db(folder), connection -> {
            var sums = new TreeMap<String, BigDecimal>();
            try (var query = connection.createStatement();
                    var rows = query.executeQuery("select currency, sum(amount) from posting"
                            + " where account like '%/receivable' group by currency")) {
                while (rows.next()) {
                    sums.put(rows.getString(1), rows.getBigDecimal(2).setScale(2));
                }
            }
            return sums;
        });
    }

    private static TreeMap<String, BigDecimal> reported(Path batch) throws IOException {
        var sums = new TreeMap<String, BigDecimal>();
        var report = JsonMapper.shared().readTree(Files.readString(batch.resolve("report/revenue.json")));
        for (var total : report.get("totals")) {
            sums.put(
                    total.get("currency").asString(),
                    new BigDecimal(total.get("total").asString()));
        }
        return sums;
    }

    private static ClearResult clear(Path work, String form, int threads, int chunk, long slice) {
        var request = new ClearRequest(
                List.of(manifests.resolve("night." + form)),
                ACCEPTED,
                work.resolve("out"),
                Session.db(work),
                threads,
                chunk,
                slice);
        return new Clear(
                        request,
                        LAW,
                        (connection, batch, report) -> ReportFiles.write(connection, Selection.batch(batch), report),
                        Progress.NONE)
                .clear();
    }

    /** All but the record of the batch, which holds the digest of the manifest itself. */
    private static Map<String, byte[]> published(ClearResult result) {
        var published = Story.published(result.folder().getParent());
        published.remove("batch.json");
        return published;
    }
}
