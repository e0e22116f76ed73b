package org.minimis.cases;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.minimis.assessment.Outcome;
import org.minimis.assessment.OutcomeJson;
import org.minimis.assessment.OutcomeText;
import org.minimis.golden.Golden;
import org.minimis.settings.ConfigNode;

/** The working of cases, sentence by sentence, as {@code explain} and {@code assess} give it: one of every kind of sum. */
class WorkingTest {

    @Test
    void everyKindOfSumIsToldWithItsLaw() throws IOException {
        var text = new StringBuilder();
        var json = new StringBuilder();
        for (var outcome : told()) {
            OutcomeText.lines(outcome)
                    .forEach(line -> text.append(line.stripTrailing()).append('\n'));
            text.append('\n');
            json.append(new String(OutcomeJson.bytes(outcome), StandardCharsets.UTF_8))
                    .append('\n');
        }

        Golden.compare("working/explained.txt", text.toString());
        Golden.compare("working/assessed.ndjson", json.toString());
    }

    /** All that the island knows, and what its law does not hold from other places. */
    private static List<Outcome> told() throws IOException {
        var told = new ArrayList<>(
                told(CasesTest.ISLAND.resolve("cases.yaml"), CasesTest.ISLAND.resolve("config"), Set.of()));
        return told;
    }

    private static List<Outcome> told(Path file, Path config, Set<String> names) throws IOException {
        var told = new ArrayList<Outcome>();
        for (var node :
                ConfigNode.parse(file.toString(), Files.readString(file)).elements()) {
            var each = CaseFile.read(node);
            if (names.isEmpty() || names.contains(each.name())) {
                told.add(CasesTest.assessed(each, CasesTest.assessor(each, config), true));
            }
        }
        return told;
    }
}
