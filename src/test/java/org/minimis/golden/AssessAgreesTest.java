package org.minimis.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.minimis.batch.Batches;
import org.minimis.cli.Session;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code assess} says of every record of the samples what {@code clear} has written of it. */
class AssessAgreesTest {

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> assessSaysWhatClearWrites() {
        return Story.all().stream()
                .flatMap(story -> story.accepted().stream()
                        .map(day ->
                                dynamicTest(story.folder().getFileName() + " on " + day, () -> compare(story, day))));
    }

    private void compare(Story story, String day) {
        var work = folder.resolve(story.folder().getFileName() + day);
        assertThat(Session.clear(work, story.arguments(day)).exitCode()).isZero();
        var published = Story.published(work.resolve("out"));
        var arguments = new ArrayList<>(List.of("assess"));
        arguments.addAll(story.arguments(day));

        var assessed =
                Session.run(arguments.toArray(String[]::new)).out().lines().toList();

        assertThat(with(assessed, "referred")).isEqualTo(lines(published.get("referred.ndjson")));
        assertThat(with(assessed, "rejected")).isEqualTo(lines(published.get("rejected.ndjson")));
        assertThat(with(assessed, "assessed").stream()
                        .map(AssessAgreesTest::figures)
                        .toList())
                .isEqualTo(rows(Session.db(work)));
    }

    private static List<String> with(List<String> lines, String outcome) {
        return lines.stream()
                .filter(line -> line.contains("\"outcome\":\"" + outcome + "\""))
                .toList();
    }

    private static List<String> lines(byte[] file) {
        return new String(file, StandardCharsets.UTF_8).lines().toList();
    }

    private static String figures(String line) {
        var json = JsonMapper.shared().readTree(line);
        return String.join(
                " ",
                text(json, "houseWaybill"),
                text(json, "regime"),
                text(json, "dataset"),
                text(json, "vatScheme"),
                json.get("category").toString(),
                text(json, "currency"),
                amount(json, "intrinsicValue"),
                amount(json, "customsValue"),
                amount(json, "duty"),
                amount(json, "vatBase"),
                amount(json, "vat"),
                amount(json, "fees"));
    }

    private static String text(JsonNode json, String key) {
        return json.get(key).asString();
    }

    private static String amount(JsonNode json, String key) {
        return json.has(key) ? plain(new BigDecimal(text(json, key))) : "-";
    }

    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }

    private static List<String> rows(String db) {
        return Batches.read(db, connection -> {
            var rows = new ArrayList<String>();
            try (var query = connection.createStatement();
                    var results = query.executeQuery(
                            "select house_waybill, regime, dataset, vat_scheme, category, currency,"
                                    + " intrinsic_value, customs_value, duty, vat_base, vat, fees from assessment order by id")) {
                while (results.next()) {
                    var row = new ArrayList<String>();
                    for (var column = 1; column <= 6; column++) {
                        row.add(results.getString(column));
                    }
                    for (var column = 7; column <= 12; column++) {
                        var amount = results.getBigDecimal(column);
                        row.add(amount == null ? "-" : plain(amount));
                    }
                    rows.add(String.join(" ", row));
                }
            }
            return rows;
        });
    }
}
