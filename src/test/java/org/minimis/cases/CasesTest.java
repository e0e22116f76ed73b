package org.minimis.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.minimis.assessment.Assessor;
import org.minimis.assessment.CustomsRates;
import org.minimis.assessment.Outcome;
import org.minimis.money.Amounts;
import org.minimis.money.ExchangeRateFiles;
import org.minimis.regime.Regimes;
import org.minimis.settings.ConfigNode;

/** Runs every case that stands in a file under {@code src/test/resources/cases}. */
class CasesTest {

    static final Path CASES = Path.of("src/test/resources/cases");
    /** Of the mutation tests: may law that was loaded under one mutant be asked under the next? */
    static final boolean IS_LAW_KEPT = Boolean.getBoolean("cases.law.kept");

    private static final int LAWS_KEPT = IS_LAW_KEPT ? 1000 : 8;
    static final Path ISLAND = Path.of("src/test/resources/seventeenth");
    static final Path CONFIG_FOLDER = Path.of("config");
    /** Cases that follow each other mostly share their law; a law for each case would not fit into memory. */
    private static final Map<Object, Regimes> LAW = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Regimes> eldest) {
            return size() > LAWS_KEPT;
        }
    };

    @TestFactory
    Stream<DynamicTest> everyCaseComesOutAsABrokerExpects() throws IOException {
        try (var files = Files.walk(CASES)) {
            var all = files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
            return Stream.concat(
                    all.stream().flatMap(CasesTest::cases),
                    Stream.of(dynamicTest(
                            "every rule of every regime is met by one of them", RulesMet::everyRuleOfEveryRegime)));
        }
    }

    /** A regime that is in no Java: an island in the test's resources, with a rule of nearly every kind. */
    @TestFactory
    Stream<DynamicTest> aSeventeenthRegimeIsAddedWithItsFilesAlone() {
        return cases(ISLAND.resolve("cases.yaml"), ISLAND.resolve("config"));
    }

    private static Stream<DynamicTest> cases(Path file) {
        return cases(file, CONFIG_FOLDER);
    }

    private static Stream<DynamicTest> cases(Path file, Path config) {
        try {
            return ConfigNode.parse(file.toString(), Files.readString(file)).elements().stream()
                    .map(node -> {
                        var each = CaseFile.read(node);
                        return dynamicTest(
                                file.getFileName() + ": " + each.name(),
                                () -> assertThat(outcome(each, each.expected(), config))
                                        .as(node.where())
                                        .isEqualTo(each.expected()));
                    });
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static Map<String, String> outcome(CaseFile each, Map<String, String> asked, Path folder) {
        var assessor = assessor(each, folder);
        var outcome = assessed(each, assessor, true);
        RulesMet.by(outcome);
        var silent = assessed(each, assessor, false);
        assertThat(figures(silent)).as("the same without the working").isEqualTo(figures(outcome));
        assertThat(silent.reasoning()).isEmpty();
        var all = outcome.match(CasesTest::facts, CasesTest::facts, rejected -> Map.<String, String>of());
        var found = new LinkedHashMap<String, String>();
        asked.keySet().forEach(key -> found.put(key, all.getOrDefault(key, "(nothing)")));
        return found;
    }

    static Assessor assessor(CaseFile each, Path folder) {
        var config = each.overlay().over(folder);
        var law = law(
                List.of(folder, each.overlay().tariffs(), each.readings()),
                () -> Regimes.open(each.overlay().law(folder), each.readings()));
        return new Assessor(law, new CustomsRates(new ExchangeRateFiles(config), each.rates()));
    }

    static Outcome assessed(CaseFile each, Assessor assessor, boolean explain) {
        return assessor.assess(each.consignment(), List.of(), each.accepted(), explain, each.together());
    }

    private static List<Object> figures(Outcome outcome) {
        return outcome.match(
                assessed -> List.of(assessed.assessment(), assessed.findings()),
                referred -> List.of(facts(referred), referred.findings()),
                rejected -> List.of());
    }

    static void forgetLaw() {
        synchronized (LAW) {
            LAW.clear();
        }
    }

    private static Regimes law(Object key, Supplier<Regimes> load) {
        synchronized (LAW) {
            return LAW.computeIfAbsent(key, k -> load.get());
        }
    }

    private static Map<String, String> facts(Outcome.Assessed outcome) {
        var a = outcome.assessment();
        var facts = new LinkedHashMap<String, String>();
        facts.put("outcome", "assessed");
        facts.put("category", "" + a.category().number());
        facts.put("regime", a.regime());
        facts.put("dataset", a.dataset());
        facts.put("procedures", String.join(" ", a.procedures()));
        facts.put("vat_scheme", a.vatScheme());
        facts.put("intrinsic_value", Amounts.text(a.intrinsicValue()));
        facts.put("customs_value", Amounts.text(a.customsValue()));
        facts.put("duty", Amounts.text(a.duty()));
        if (a.vatBase() != null) {
            facts.put("vat_base", Amounts.text(a.vatBase()));
        }
        facts.put("vat", Amounts.text(a.vat()));
        facts.put("fees", Amounts.text(a.feesTotal()));
        facts.put("total", Amounts.text(a.total()));
        facts.put("findings", codes(outcome));
        outcome.reasoning().stream()
                .filter(step -> step.step().equals("accounting"))
                .forEach(step -> facts.put("accounting", step.text()));
        return facts;
    }

    private static String codes(Outcome outcome) {
        return outcome.findings().isEmpty()
                ? "none"
                : outcome.findings().stream()
                        .map(finding -> finding.reason().name())
                        .collect(java.util.stream.Collectors.joining(" "));
    }

    private static Map<String, String> facts(Outcome.Referred outcome) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("outcome", "referred");
        facts.put("category", "" + outcome.category().number());
        if (outcome.regime() != null) {
            facts.put("regime", outcome.regime());
        }
        if (outcome.dataset() != null) {
            facts.put("needs", outcome.dataset());
        }
        if (outcome.intrinsicValue() != null) {
            facts.put("intrinsic_value", Amounts.text(outcome.intrinsicValue()));
        }
        facts.put("reason", outcome.findings().get(0).reason().name());
        return facts;
    }
}
