package org.minimis.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minimis.assessment.Assessor;
import org.minimis.assessment.CustomsRates;
import org.minimis.assessment.Outcome;
import org.minimis.declaration.Declarant;
import org.minimis.declaration.Declarations;
import org.minimis.manifest.GeneratorOptions;
import org.minimis.manifest.ManifestFormat;
import org.minimis.manifest.ManifestGenerator;
import org.minimis.manifest.ManifestRecord;
import org.minimis.manifest.Manifests;
import org.minimis.manifest.ReferenceData;
import org.minimis.money.Amounts;
import org.minimis.regime.LawCoverage;
import org.minimis.regime.Regime;
import org.minimis.regime.RegimeSilentException;
import org.minimis.regime.Regimes;
import org.minimis.settings.ConfigFolder;

/**
 * One generated night to every jurisdiction, under the law of every day on which any law changes and of the day before.
 *
 * <p>The golden tells the story of each consignment: a row for each day from which something else becomes of it. The rates of
 * exchange, and those of tariffs that are not at hand, are invented, so that it reaches every figure.
 */
class WorldThroughTimeTest {

    private static final long CONSIGNMENTS = 10_000;
    private static final long OTHERS_EVERY = 50;
    private static final Path GOLDEN = Path.of("src/test/resources/world/through-time.csv.gz");
    private static final String HEADER = "house_waybill,regime,from,outcome,dataset_or_reason,procedures,vat_scheme,"
            + "category,currency,intrinsic_value,customs_value,duty,vat_base,vat,fees,total\n";

    @TempDir
    static Path folder;

    private static final ConfigFolder CONFIG = ConfigFolder.of(Path.of("config"));
    private static final Declarations DECLARATIONS = Declarations.of(Declarant.read(CONFIG));
    private static final List<ManifestRecord.Readable> NIGHT = new ArrayList<>();

    private static Regimes law;
    private static TreeSet<LocalDate> days;
    private static Assessor assessor;

    @BeforeAll
    static void generate() throws Exception {
        law = Regimes.load(InventedTables.law(Path.of("config"), folder));
        days = days();
        assessor = new Assessor(law, new CustomsRates(InventedTables.rates(folder, law, days), null));
        var out = new ByteArrayOutputStream();
        new ManifestGenerator(CONFIG)
                .write(GeneratorOptions.of(CONSIGNMENTS, 17).ofTheWorld(), ManifestFormat.NDJSON, out);
        try (var reader = Manifests.open(
                new ByteArrayInputStream(out.toByteArray()),
                "world.ndjson",
                ManifestFormat.NDJSON,
                null,
                ReferenceData.load(CONFIG))) {
            for (var record = reader.next(); record != null; record = reader.next()) {
                NIGHT.add((ManifestRecord.Readable) record);
            }
        }
    }

    /** The days on which that law begins or changes, and the day before each. */
    private static TreeSet<LocalDate> own(Regime regime) {
        var days = new TreeSet<>(regime.changes());
        regime.changes().forEach(day -> days.add(day.minusDays(1)));
        days.add(regime.firstDay());
        return days;
    }

    /** Every day on which some law begins, changes or falls silent, and the day before it. */
    private static TreeSet<LocalDate> days() {
        var days = new TreeSet<LocalDate>();
        for (var regime : law.all()) {
            days.addAll(regime.changes());
            var until = LawCoverage.of(regime).until();
            if (until != null) {
                days.add(until.plusDays(1));
            }
        }
        List.copyOf(days).forEach(day -> days.add(day.minusDays(1)));
        return days;
    }

    @Test
    void theNightGoesEverywhere() {
        assertThat(NIGHT).hasSize((int) CONSIGNMENTS);
        assertThat(NIGHT.stream()
                        .map(record -> record.consignment().houseWaybill().number())
                        .distinct())
                .hasSize((int) CONSIGNMENTS);
        var byRegime = byRegime();
        assertThat(byRegime.keySet())
                .isEqualTo(law.all().stream().map(Regime::id).collect(Collectors.toCollection(TreeSet::new)));
        byRegime.forEach((regime, records) -> {
            assertThat(kinds(records, record -> record.consignment().type()))
                    .as(regime)
                    .hasSize(5);
            assertThat(kinds(records, record -> record.consignment().channel()))
                    .as(regime)
                    .hasSize(2);
        });
        assertThat(NIGHT.stream()
                        .flatMap(record -> record.consignment().taxIds().stream())
                        .map(id -> id.scheme())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "ARN", "BR_PRC", "CA_GST", "CH_MWST", "IOSS", "NZ_IRD", "SG_GST", "VAT", "VOEC");
    }

    private static HashSet<Object> kinds(
            List<ManifestRecord.Readable> records, java.util.function.Function<ManifestRecord.Readable, Object> kind) {
        return records.stream().map(kind).collect(Collectors.toCollection(HashSet::new));
    }

    @Test
    void everyRecordHasOneExplainedOutcomeOnEveryDayOfEveryChange() {
        var golden = new StringBuilder(HEADER);
        for (var regime : law.all()) {
            var answered = days.stream().filter(day -> answers(regime, day)).toList();
            var own = own(regime);
            for (var record : byRegime().get(regime.id())) {
                var before = "";
                for (var day : answered) {
                    // On the days of other laws nothing moves here: a part of the consignments is enough to see it.
                    if (!own.contains(day) && record.source().line() % OTHERS_EVERY != 0) {
                        continue;
                    }
                    var row = row(outcome(record, day));
                    if (!row.equals(before)) {
                        assertThat(own.contains(day))
                                .as("%s changes on %s", regime.id(), day)
                                .isTrue();
                        golden.append(record.consignment().houseWaybill().number())
                                .append(',')
                                .append(regime.id())
                                .append(',')
                                .append(day)
                                .append(row)
                                .append('\n');
                        before = row;
                    }
                }
            }
        }
        GoldenGzip.compare(GOLDEN, golden.toString());
    }

    @Test
    void aLawThatIsSilentOnADayAnswersNobody() {
        for (var regime : law.all()) {
            var first = byRegime().get(regime.id()).get(0);
            for (var day : days) {
                if (!answers(regime, day)) {
                    assertThatThrownBy(() -> outcome(first, day))
                            .as(regime.id() + " on " + day)
                            .isInstanceOf(RegimeSilentException.class)
                            .hasMessageContaining("has no value on " + day);
                }
            }
        }
    }

    private static boolean answers(Regime regime, LocalDate day) {
        var coverage = LawCoverage.of(regime);
        var until = coverage.until();
        return !day.isBefore(coverage.firstDay()) && (until == null || !day.isAfter(until));
    }

    private static Map<String, List<ManifestRecord.Readable>> byRegime() {
        return NIGHT.stream()
                .collect(Collectors.groupingBy(
                        record -> law.place(record.consignment()).regime().id(), TreeMap::new, Collectors.toList()));
    }

    private static Outcome outcome(ManifestRecord.Readable record, LocalDate day) {
        var outcome = assessor.assess(record.consignment(), record.findings(), day, true);
        if (outcome instanceof Outcome.Assessed assessed) {
            Explained.check(assessed);
            return DECLARATIONS
                    .obstacle(assessed)
                    .<Outcome>map(assessed::referred)
                    .orElse(outcome);
        }
        return outcome;
    }

    private static String row(Outcome outcome) {
        return outcome.match(WorldThroughTimeTest::row, WorldThroughTimeTest::row, rejected -> {
            throw new AssertionError("a readable record is not rejected");
        });
    }

    private static String row(Outcome.Assessed outcome) {
        var a = outcome.assessment();
        return String.join(
                ",",
                ",assessed",
                a.dataset(),
                String.join(" ", a.procedures()),
                a.vatScheme(),
                "" + a.category().number(),
                a.currency().getCurrencyCode(),
                Amounts.plain(a.intrinsicValue()),
                Amounts.plain(a.customsValue()),
                Amounts.plain(a.duty()),
                plain(a.vatBase()),
                Amounts.plain(a.vat()),
                Amounts.plain(a.feesTotal()),
                Amounts.plain(a.total()));
    }

    private static String plain(org.javamoney.moneta.@Nullable Money amount) {
        return amount == null ? "" : Amounts.plain(amount);
    }

    private static String row(Outcome.Referred outcome) {
        assertThat(outcome.findings()).isNotEmpty();
        var dataset = outcome.dataset() == null ? "" : outcome.dataset();
        return ",referred," + outcome.findings().get(0).reason().name() + " " + dataset;
    }
}
