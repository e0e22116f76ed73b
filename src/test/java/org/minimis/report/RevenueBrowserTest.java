package org.minimis.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RevenueBrowserTest {

    private static final JsonMapper JSON = new JsonMapper();

    /** What a reader sees in each cell that a total is named after, blanks between thousands taken out. */
    private static final String SHOWN = """
            JSON.stringify(Object.fromEntries([...document.querySelectorAll('data[id]')].map(
                cell => [cell.id, cell.checkVisibility() ? cell.innerText.replace(/\\s/g, '') : 'hidden'])))""";

    @TempDir
    static Path folder;

    @Test
    void aBrowserShowsTheTotalsOfTheJsonWithoutAnErrorOrARequest() throws Exception {
        var program = Chromium.installed();
        assumeTrue(program.isPresent(), "there is no Chromium on this machine; the page was not opened in a browser");
        try (var book = SampleBook.fill(new TestBook(), 1)) {
            ReportFiles.write(book.connection(), Selection.everything(), folder);
        }
        try (var browser = Chromium.start(program.get(), folder.resolve("profile"))) {
            browser.open(folder.resolve("revenue.html"));

            var json = Files.readString(folder.resolve("revenue.json"));
            assertThat(JSON.readTree(browser.evaluate(SHOWN))).isEqualTo(totals(JSON.readTree(json)));
            assertThat(browser.evaluate("document.getElementById('figures').textContent"))
                    .isEqualTo(json);
            assertThat(browser.evaluate("String(document.querySelectorAll('svg rect').length > 50)"))
                    .isEqualTo("true");
            assertNothingWentWrong(browser);
        }
    }

    private static JsonNode totals(JsonNode report) {
        var totals = new TreeMap<String, String>();
        for (var name : new String[] {"records", "assessed", "referred", "rejected"}) {
            totals.put("count-" + name, report.get("counts").get(name).asString());
        }
        for (var figures : report.get("totals")) {
            for (var figure : figures.properties()) {
                if (!figure.getKey().equals("currency") && !figure.getKey().equals("vatBase")) {
                    totals.put(
                            "total-" + figures.get("currency").asString() + "-" + figure.getKey(),
                            figure.getValue().asString());
                }
            }
        }
        return JSON.valueToTree(totals);
    }

    private static void assertNothingWentWrong(Chromium browser) {
        assertThat(browser.events("Runtime.exceptionThrown")).isEmpty();
        assertThat(browser.events("Runtime.consoleAPICalled")).isEmpty();
        assertThat(browser.events("Log.entryAdded")).isEmpty();
        assertThat(browser.events("Audits.issueAdded")).isEmpty();
        assertThat(browser.events("Network.requestWillBeSent"))
                .extracting(
                        event -> event.get("params").get("request").get("url").asString())
                .containsExactly(folder.resolve("revenue.html").toUri().toString());
    }
}
