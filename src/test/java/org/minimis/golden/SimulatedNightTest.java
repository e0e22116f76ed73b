package org.minimis.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.javamoney.moneta.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minimis.assessment.Outcome;
import org.minimis.assessment.Simulation;
import org.minimis.batch.LawChoices;
import org.minimis.batch.LawClearing;
import org.minimis.consignment.Consignment;
import org.minimis.consignment.ConsignmentType;
import org.minimis.manifest.GeneratorOptions;
import org.minimis.manifest.ManifestGenerator;
import org.minimis.manifest.ManifestRecord;
import org.minimis.manifest.Manifests;
import org.minimis.money.Amounts;
import org.minimis.settings.ConfigFolder;

/**
 * Two laws over the Union's distance sales of one generated night, against sums that this test makes of the manifest alone:
 * the prices, the currencies' published rates, the states' standard rates and nothing else of the law files.
 */
class SimulatedNightTest {

    private static final long NIGHT = 100_000;
    private static final String RATES = "market-unofficial";
    private static final Path CONFIG = Path.of("config");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Standard rates of July 2026 of the states to which the night goes. */
    private static final Map<String, Integer> PER_CENT =
            Map.of("DE", 19, "FR", 20, "IT", 22, "ES", 21, "NL", 21, "BE", 21, "PL", 23, "SE", 25, "AT", 20, "IE", 23);

    @TempDir
    static Path folder;

    private static Path night;

    @BeforeAll
    static void generate() throws Exception {
        night = folder.resolve("night.ndjson");
        new ManifestGenerator(ConfigFolder.of(CONFIG)).write(GeneratorOptions.of(NIGHT, 20261123), night);
    }

    @Test
    void theReliefOfBeforeAgainstTheFlatDuty() throws Exception {
        var before = law("2026-06-30", Map.of());
        var after = law("2026-07-01", Map.of());
        var rates = List.of(unofficial("2026-06"), unofficial("2026-07"));
        var expected = new Sums();

        var simulated = simulate(before, after, (consignment, outcomes) -> {
            var sale = new Sale(consignment);
            if (outcomes.before) {
                expected.before(sale, BigDecimal.ZERO, sale.vat(rates.get(0), BigDecimal.ZERO), sale.frenchTax());
            }
            if (outcomes.after) {
                var duty = BigDecimal.valueOf(3L * sale.items());
                expected.after(sale, duty, sale.vat(rates.get(1), duty));
            }
        });

        assertThat(simulated).isEqualTo(expected.text());
    }

    @Test
    void perLineAgainstPerDistinctSubheading() throws Exception {
        var byLine = law("2026-08-14", Map.of("eu.flat-duty-item", "line"));
        var bySubheading = law("2026-08-14", Map.of("eu.flat-duty-item", "subheading"));
        var rates = unofficial("2026-08");
        var expected = new Sums();

        var simulated = simulate(byLine, bySubheading, (consignment, outcomes) -> {
            var sale = new Sale(consignment);
            if (outcomes.before) {
                var duty = BigDecimal.valueOf(3L * consignment.goods().size());
                expected.before(sale, duty, sale.vat(rates, duty), BigDecimal.ZERO);
            }
            if (outcomes.after) {
                var duty = BigDecimal.valueOf(3L * sale.subheadings().size());
                expected.after(sale, duty, sale.vat(rates, duty));
            }
        });

        assertThat(simulated).isEqualTo(expected.text());
    }

    private static LawClearing law(String day, Map<String, String> readings) {
        return new LawClearing(ConfigFolder.of(CONFIG), new LawChoices(readings, RATES, null), LocalDate.parse(day));
    }

    /** Which of the two laws assess a consignment. */
    private record Assessed(boolean before, boolean after) {}

    /** Runs both laws over the distance sales to the Union, tells {@code each} what was assessed and gives the sums. */
    private static String simulate(LawClearing before, LawClearing after, BiConsumer<Consignment, Assessed> each)
            throws Exception {
        var simulation = new Simulation();
        try (var in = Files.newInputStream(night);
                var reader = Manifests.open(in, "night.ndjson", null, null, before.reference())) {
            for (var record = reader.next(); record != null; record = reader.next()) {
                var consignment = ((ManifestRecord.Readable) record).consignment();
                var state = consignment.destinationCountry().code();
                if (consignment.type() == ConsignmentType.B2C && PER_CENT.containsKey(state)) {
                    var one = before.assess(record);
                    var other = after.assess(record);
                    simulation.add(one, other);
                    each.accept(
                            consignment,
                            new Assessed(one instanceof Outcome.Assessed, other instanceof Outcome.Assessed));
                }
            }
        }
        return simulation.totals().stream().map(SimulatedNightTest::text).reduce("", (one, other) -> one + other);
    }

    private static String text(Simulation.Row row) {
        return "before %d: duty %s VAT %s fees %s; after %d: duty %s VAT %s fees %s"
                .formatted(
                        row.before().assessed(),
                        Amounts.plain(row.before().duty()),
                        Amounts.plain(row.before().vat()),
                        Amounts.plain(row.before().fees()),
                        row.after().assessed(),
                        Amounts.plain(row.after().duty()),
                        Amounts.plain(row.after().vat()),
                        Amounts.plain(row.after().fees()));
    }

    /** The test's own sums. */
    private static final class Sums {

        private final long[] assessed = new long[2];
        private final BigDecimal[] sums = new BigDecimal[6];

        Sums() {
            java.util.Arrays.fill(sums, new BigDecimal(0).setScale(2));
        }

        void before(Sale sale, BigDecimal duty, BigDecimal vat, BigDecimal fees) {
            assessed[0]++;
            // Germany does not levy less than a euro altogether.
            var waived = sale.state().equals("DE") && duty.add(vat).compareTo(BigDecimal.ONE) < 0;
            add(0, waived ? BigDecimal.ZERO : duty, waived ? BigDecimal.ZERO : vat, fees);
        }

        void after(Sale sale, BigDecimal duty, BigDecimal vat) {
            assessed[1]++;
            add(3, duty, vat, BigDecimal.ZERO);
        }

        private void add(int at, BigDecimal duty, BigDecimal vat, BigDecimal fees) {
            sums[at] = sums[at].add(duty);
            sums[at + 1] = sums[at + 1].add(vat);
            sums[at + 2] = sums[at + 2].add(fees);
        }

        String text() {
            return "before %d: duty %s VAT %s fees %s; after %d: duty %s VAT %s fees %s"
                    .formatted(assessed[0], sums[0], sums[1], sums[2], assessed[1], sums[3], sums[4], sums[5]);
        }
    }

    /** One distance sale as it stands in the manifest. */
    private record Sale(Consignment consignment) {

        String state() {
            return consignment.destinationCountry().code();
        }

        /** What is alike in subheading, description and origin is one item. */
        int items() {
            Set<List<Object>> items = new HashSet<>();
            consignment
                    .goods()
                    .forEach(line -> items.add(List.of(
                            line.commodityCode().subheading(),
                            line.description(),
                            line.origin().code())));
            return items.size();
        }

        Set<String> subheadings() {
            Set<String> subheadings = new HashSet<>();
            consignment
                    .goods()
                    .forEach(line -> subheadings.add(line.commodityCode().subheading()));
            return subheadings;
        }

        /** EUR 2 for each subheading, until June 2026. */
        BigDecimal frenchTax() {
            return BigDecimal.valueOf(state().equals("FR") ? 2L * subheadings().size() : 0);
        }

        /** Nothing at import under IOSS; else the standard rate of price, transport, insurance and duty. */
        BigDecimal vat(Map<String, BigDecimal> rates, BigDecimal duty) {
            if (consignment.taxId("IOSS").isPresent()) {
                return BigDecimal.ZERO;
            }
            var base = duty.add(euros(consignment.freight(), rates)).add(euros(consignment.insurance(), rates));
            for (var line : consignment.goods()) {
                base = base.add(euros(line.value(), rates));
            }
            return base.multiply(BigDecimal.valueOf(PER_CENT.get(state()))).divide(HUNDRED, 2, RoundingMode.HALF_UP);
        }

        private static BigDecimal euros(@Nullable Money amount, Map<String, BigDecimal> rates) {
            if (amount == null) {
                return BigDecimal.ZERO;
            }
            var number = amount.getNumber().numberValueExact(BigDecimal.class);
            var currency = amount.getCurrency().getCurrencyCode();
            return currency.equals("EUR") ? number : number.divide(rates.get(currency), 2, RoundingMode.HALF_UP);
        }
    }

    /** Units of each currency for one euro, read from the published file itself. */
    private static Map<String, BigDecimal> unofficial(String month) throws IOException {
        var rates = new HashMap<String, BigDecimal>();
        for (var row : Files.readAllLines(CONFIG.resolve("exchange-rates/" + RATES + "/" + month + ".csv"))) {
            var cells = row.split(",");
            if (cells[0].equals("EUR")) {
                rates.put(cells[1], new BigDecimal(cells[2]));
            }
        }
        return rates;
    }
}
