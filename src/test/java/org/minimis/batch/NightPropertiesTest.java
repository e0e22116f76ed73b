package org.minimis.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minimis.golden.Properties;
import org.minimis.ledger.Book;
import org.minimis.ledger.PostingTable;
import org.minimis.money.Amounts;
import org.quicktheories.core.Gen;

/** What holds for every night, whatever its manifests hold and however the work is divided. */
class NightPropertiesTest {

    private static final Pattern DECLARED = Pattern.compile("<d>(\\w+)</d>");

    @TempDir
    Path folder;

    private int nights;

    /** One record. What a repeat repeats, its place decides. */
    private record Line(int kind, int cents, int place) {

        boolean isBroken() {
            return kind == 0;
        }

        boolean isRepeat() {
            return kind == 1 || kind == 2;
        }

        String state() {
            return kind % 2 == 0 ? "FR" : "DE";
        }

        String currency() {
            return kind == 7 ? "GBP" : "EUR";
        }

        String text(String houseWaybill) {
            return isBroken()
                    ? "!broken " + cents
                    : "%s;%s;%s;%d.%02d".formatted(houseWaybill, state(), currency(), cents / 100, cents % 100);
        }
    }

    private static final Gen<Line> LINES = integers()
            .between(0, 9)
            .zip(integers().between(1, 20_000), integers().between(0, 1_000), Line::new);

    private static final Gen<List<List<Line>>> MANIFESTS =
            lists().of(lists().of(LINES).ofSizeBetween(1, 40)).ofSizeBetween(1, 3);

    /** What a reader of the law would expect of a night, reckoned from its records in order. */
    private static final class Expected {

        private final Map<String, String> outcomes = new HashMap<>();
        private final Map<String, BigDecimal> owed = new TreeMap<>();
        private final List<String> texts = new ArrayList<>();
        private final int[] assessed;
        private final int[] referred;
        private final int[] rejected;

        Expected(List<List<Line>> manifests) {
            assessed = new int[manifests.size()];
            referred = new int[manifests.size()];
            rejected = new int[manifests.size()];
            var numbers = new ArrayList<String>();
            for (var m = 0; m < manifests.size(); m++) {
                // The first record names the manifest, so it is whole.
                var text = new StringBuilder();
                var first = new Line(4, 1_000, 0);
                add(m, first, "X" + (char) ('A' + m) + "first", numbers, text);
                for (var i = 0; i < manifests.get(m).size(); i++) {
                    var line = manifests.get(m).get(i);
                    var number =
                            line.isRepeat() ? numbers.get(line.place() % numbers.size()) : "X" + (char) ('A' + m) + i;
                    add(m, line, number, numbers, text);
                }
                texts.add(text.toString());
            }
        }

        private void add(int manifest, Line line, String number, List<String> numbers, StringBuilder text) {
            text.append(line.text(number)).append('\n');
            if (line.isBroken() || outcomes.containsKey(number)) {
                rejected[manifest]++;
                return;
            }
            numbers.add(number);
            if (line.cents() > 15_000) {
                referred[manifest]++;
                outcomes.put(number, Cleared.REFERRED);
                return;
            }
            assessed[manifest]++;
            outcomes.put(number, "assessed");
            // Duty 3, VAT a fifth of the value, in France a fee of 1.
            var fee = line.state().equals("FR") ? 1 : 0;
            owed.merge(
                    line.currency(),
                    new BigDecimal(3 + fee).add(BigDecimal.valueOf(2L * line.cents(), 3)),
                    BigDecimal::add);
        }
    }

    private Night night(List<String> texts) {
        try {
            var night = new Night(folder.resolve("night-" + nights++));
            for (var i = 0; i < texts.size(); i++) {
                night.manifest((char) ('a' + i) + ".ndjson", texts.get(i));
            }
            return night;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, BigDecimal> owed(ClearResult result) {
        var owed = new TreeMap<String, BigDecimal>();
        result.totals().forEach(total -> owed.put(total.currency(), plain(Amounts.number(total.total()))));
        return owed;
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.setScale(4);
    }

    private static TreeMap<String, String> files(ClearResult result) {
        try {
            return Night.files(result, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What became of each house waybill, as the published files tell it. */
    private static Map<String, String> outcomes(ClearResult result) {
        var outcomes = new HashMap<String, String>();
        files(result).forEach((name, text) -> {
            if (name.startsWith("declarations/")) {
                DECLARED.matcher(text).results().forEach(found -> {
                    assertThat(outcomes.put(found.group(1), "assessed")).isNull();
                });
            } else if (name.equals("referred.ndjson")) {
                text.lines().forEach(line -> outcomes.put(line.substring(line.indexOf(' ') + 1), Cleared.REFERRED));
            }
        });
        return outcomes;
    }

    @Test
    void recordsAndCentsAreConservedAndHouseWaybillsDeclaredOnce() {
        Properties.of("conservation", 4).forAll(MANIFESTS).checkAssert(manifests -> {
            var expected = new Expected(manifests);
            var night = night(expected.texts);

            var result = night.clear();

            for (var m = 0; m < manifests.size(); m++) {
                var manifest = result.manifests().get(m);
                assertThat(manifest.records()).isEqualTo(manifests.get(m).size() + 1);
                assertThat(List.of(manifest.assessed(), manifest.referred(), manifest.rejected()))
                        .containsExactly(
                                (long) expected.assessed[m], (long) expected.referred[m], (long) expected.rejected[m]);
            }
            assertThat(outcomes(result)).isEqualTo(expected.outcomes);
            var owed = new TreeMap<String, BigDecimal>();
            expected.owed.forEach((currency, sum) -> owed.put(currency, plain(sum)));
            assertThat(owed(result)).isEqualTo(owed);
            assertThat(posted(night, result)).isEqualTo(owed);
        });
    }

    /** The receivables of the book by currency, of a batch whose postings sum to zero. */
    private static Map<String, BigDecimal> posted(Night night, ClearResult result) {
        try (var book = Book.open(night.db)) {
            return book.read(connection -> {
                assertThat(new PostingTable(connection).balance(result.batch()).values())
                        .allMatch(sum -> sum.signum() == 0);
                var receivables = new TreeMap<String, BigDecimal>();
                try (var query = connection.createStatement();
                        var rows = query.executeQuery("select currency, sum(amount) from posting"
                                + " where account like '%/receivable' group by currency")) {
                    while (rows.next()) {
                        receivables.put(rows.getString(1), plain(rows.getBigDecimal(2)));
                    }
                }
                return receivables;
            });
        }
    }

    @Test
    void bytesDoNotDependOnThreadsFramesOrSlices() {
        Properties.of("division of work", 4)
                .forAll(
                        MANIFESTS,
                        integers().between(1, 5),
                        integers().between(1, 60),
                        integers().between(20, 3_000))
                .checkAssert((manifests, threads, chunk, slice) -> {
                    var texts = new Expected(manifests).texts;
                    var one = night(texts);
                    var other = night(texts);

                    var alone = one.clear(one.request(1, 1_000, 1 << 20), new LineClearing());
                    var divided = other.clear(other.request(threads, chunk, slice), new LineClearing());

                    assertThat(files(divided)).isEqualTo(files(alone));
                });
    }

    @Test
    void whatBecomesOfARecordDoesNotDependOnWhereItStands() {
        Properties.of("order", 3).forAll(MANIFESTS, integers().all()).checkAssert((manifests, seed) -> {
            var random = new Random(seed);
            var texts = new ArrayList<String>();
            var shuffled = new ArrayList<String>();
            for (var text : new Expected(withoutRepeats(manifests)).texts) {
                var lines = new ArrayList<>(text.lines().toList());
                texts.add(text);
                // A broken line cannot name the manifest.
                Collections.shuffle(lines.subList(1, lines.size()), random);
                shuffled.add(String.join("\n", lines) + "\n");
            }
            Collections.shuffle(shuffled, random);

            var result = night(texts).clear();
            var other = night(shuffled).clear();

            assertThat(owed(other)).isEqualTo(owed(result));
            assertThat(outcomes(other)).isEqualTo(outcomes(result));
        });
    }

    private static List<List<Line>> withoutRepeats(List<List<Line>> manifests) {
        return manifests.stream()
                .map(manifest -> manifest.stream()
                        .map(line -> line.isRepeat() ? new Line(3, line.cents(), 0) : line)
                        .toList())
                .toList();
    }

    @Test
    void clearingTwiceAndLoadingTwiceChangeNothing() {
        Properties.of("idempotence", 2).forAll(MANIFESTS).checkAssert(manifests -> {
            var night = night(new Expected(manifests).texts);
            var first = night.clear();
            var files = files(first);
            var rows = rows(night);

            var second = night.clear();

            assertThat(second.alreadyCleared()).isTrue();
            assertThat(second.totals()).isEqualTo(first.totals());
            assertThat(files(second)).isEqualTo(files);
            assertThat(rows(night)).isEqualTo(rows);
            new BookFromJournals(night.out, night.db).rebuild();
            assertThat(rows(night)).isEqualTo(rows);
        });
    }

    private static List<String> rows(Night night) {
        try (var book = night.book()) {
            return book.read(connection -> {
                var rows = new ArrayList<String>();
                for (var sql : BookFromJournalsTest.TABLES) {
                    try (var statement = connection.createStatement();
                            var results = statement.executeQuery(sql)) {
                        while (results.next()) {
                            var row = new StringBuilder();
                            for (var i = 1; i <= results.getMetaData().getColumnCount(); i++) {
                                row.append(results.getString(i)).append('|');
                            }
                            rows.add(row.toString());
                        }
                    }
                }
                return rows;
            });
        }
    }
}
