package org.minimis.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.minimis.settings.ConfigNode;

/**
 * The cases of {@link CasesTest} as one test that ends at the first that comes out otherwise, for mutation tests, which run a
 * test anew for each mutant: src/test/resources/mutants.md. The suite runs {@link CasesTest} and not this.
 */
class EveryCaseAtOnce {

    /** @param turn how many cases stand before it in its file */
    private record Placed(int turn, CaseFile each, Path config) {}

    private static final List<Placed> CASES = cases();

    @Test
    void everyCaseComesOutAsABrokerExpects() {
        if (!CasesTest.IS_LAW_KEPT) {
            CasesTest.forgetLaw();
        }
        for (var placed : CASES) {
            var expected = placed.each.expected();
            assertThat(CasesTest.outcome(placed.each, expected, placed.config)).isEqualTo(expected);
        }
    }

    /**
     * One case of each file in turn, to meet much law soon; last those under other readings, each of which loads the law of all
     * regimes, and so not where law is loaded for each mutant.
     */
    private static List<Placed> cases() {
        var all = new ArrayList<Placed>();
        try (var files = Files.walk(CasesTest.CASES)) {
            files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .forEach(file -> all.addAll(placed(file, CasesTest.CONFIG_FOLDER)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        all.addAll(placed(CasesTest.ISLAND.resolve("cases.yaml"), CasesTest.ISLAND.resolve("config")));
        all.removeIf(placed -> !CasesTest.IS_LAW_KEPT && !placed.each.readings().isEmpty());
        all.sort(Comparator.<Placed, String>comparing(placed -> "" + new TreeMap<>(placed.each.readings()))
                .thenComparing(Placed::turn));
        return all;
    }

    private static List<Placed> placed(Path file, Path config) {
        var placed = new ArrayList<Placed>();
        try {
            for (var node :
                    ConfigNode.parse(file.toString(), Files.readString(file)).elements()) {
                placed.add(new Placed(placed.size(), CaseFile.read(node), config));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return placed;
    }
}
