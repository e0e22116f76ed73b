package org.minimis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two laws over one generated night, against sums that the test makes of {@code assess} and of the manifest itself. */
class SimulateCommandTest {

    @TempDir
    static Path folder;

    private static String night;

    @BeforeAll
    static void generate() {
        night = folder.resolve("night.ndjson").toString();
        Session.run("generate", "--count", "2000", "--seed", "20261123", "--out", night);
    }

    @Test
    void theReliefOfBeforeAgainstTheFlatDuty() {
        var before = owed("2026-06-30");
        var after = owed("2026-07-01");

        var totals = totals("--base", "2026-06-30", "--accepted", "2026-07-01");

        for (var currency : List.of("EUR", "GBP")) {
            var row = totals.get(currency);
            assertThat(row.get("duty before").asString())
                    .isEqualTo(before.get(currency + " duty").toPlainString());
            assertThat(row.get("duty after").asString())
                    .isEqualTo(after.get(currency + " duty").toPlainString());
            assertThat(row.get("VAT before").asString())
                    .isEqualTo(before.get(currency + " vat").toPlainString());
            assertThat(row.get("VAT after").asString())
                    .isEqualTo(after.get(currency + " vat").toPlainString());
        }
    }

    @Test
    void perLineAgainstPerDistinctSubheading() throws Exception {
        var assessed = assessedInTheUnion("eu.flat-duty-item=line");
        var lines = 0;
        var subheadings = 0;
        try (var records = java.nio.file.Files.lines(Path.of(night))) {
            for (var line : (Iterable<String>) records::iterator) {
                var json = JsonMapper.shared().readTree(line);
                if (json.get("type").asString().equals("B2C")
                        && assessed.contains(json.get("houseWaybill").asString())) {
                    Set<String> distinct = new HashSet<>();
                    json.get("goods")
                            .valueStream()
                            .forEach(item -> distinct.add(
                                    item.get("commodityCode").asString().substring(0, 6)));
                    lines += json.get("goods").size();
                    subheadings += distinct.size();
                }
            }
        }

        var byLine = fixedDuty("eu.flat-duty-item=line");
        var bySubheading = fixedDuty("eu.flat-duty-item=subheading");

        assertThat(byLine).isEqualByComparingTo(BigDecimal.valueOf(3L * lines));
        assertThat(bySubheading).isEqualByComparingTo(BigDecimal.valueOf(3L * subheadings));
        assertThat(lines).isGreaterThanOrEqualTo(subheadings);
    }

    /** House waybills of distance sales that the Union's law assesses under that reading. */
    private static Set<String> assessedInTheUnion(String reading) {
        var assessed = new HashSet<String>();
        assess("2026-08-14", "--reading", reading).forEach(json -> {
            if (json.get("outcome").asString().equals("assessed")
                    && json.get("regime").asString().equals("EU")) {
                assessed.add(json.get("houseWaybill").asString());
            }
        });
        return assessed;
    }

    /** The flat duty of the Union's distance sales: those under H7, whose duty is never a tariff's. */
    private static BigDecimal fixedDuty(String reading) {
        return assess("2026-08-14", "--reading", reading).stream()
                .filter(json -> json.get("outcome").asString().equals("assessed")
                        && json.get("regime").asString().equals("EU")
                        && json.get("dataset").asString().equals("H7"))
                .map(json -> new BigDecimal(json.get("duty").asString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Map<String, BigDecimal> owed(String day) {
        var sums = new HashMap<String, BigDecimal>();
        assess(day).forEach(json -> {
            if (json.get("outcome").asString().equals("assessed")) {
                var currency = json.get("currency").asString();
                sums.merge(currency + " duty", new BigDecimal(json.get("duty").asString()), BigDecimal::add);
                sums.merge(currency + " vat", new BigDecimal(json.get("vat").asString()), BigDecimal::add);
            }
        });
        return sums;
    }

    private static List<JsonNode> assess(String day, String... more) {
        var arguments =
                new java.util.ArrayList<>(List.of("assess", night, "--accepted", day, "--rates", "market-unofficial"));
        arguments.addAll(List.of(more));
        return Session.run(arguments.toArray(String[]::new))
                .out()
                .lines()
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
    }

    private static Map<String, JsonNode> totals(String... laws) {
        var arguments = new java.util.ArrayList<>(
                List.of("simulate", night, "--rates", "market-unofficial", "--format", "json"));
        arguments.addAll(List.of(laws));
        var session = Session.run(arguments.toArray(String[]::new));
        assertThat(session.exitCode()).as(session.err()).isZero();
        var totals = new TreeMap<String, JsonNode>();
        for (var row : JsonMapper.shared().readTree(session.out()).get("rows")) {
            if (row.get("regime").asString().equals("all")) {
                totals.put(row.get("currency").asString(), row);
            }
        }
        return totals;
    }

    @Test
    void everyFormSaysTheSame() {
        for (var format : List.of("text", "csv", "json", "html")) {
            var session = Session.run(
                    "simulate",
                    night,
                    "--base",
                    "2026-06-30",
                    "--accepted",
                    "2026-07-01",
                    "--rates",
                    "market-unofficial",
                    "--format",
                    format);

            assertThat(session.exitCode()).as(session.err()).isZero();
            assertThat(session.out()).as(format).contains("duty after").contains("XI");
        }
    }

    @Test
    void withoutAnotherLawThereIsNothingToCompare() {
        assertThat(Session.run("simulate", night).err())
                .isEqualTo("error: there is nothing to compare with; name --accepted, --reading or --law\n");
    }
}
