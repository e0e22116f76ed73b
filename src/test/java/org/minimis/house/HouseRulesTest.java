package org.minimis.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The manners of the house. Each complaint is {@code file:line: what to do instead}. */
class HouseRulesTest {

    private static final Path MAIN = Path.of("src/main/java/org/minimis");
    private static final int LINES_MAX = 300;

    private static final Map<Pattern, String> BANNED = Map.of(
            Pattern.compile("\\b(double|float|Double|Float)\\b(?!-)"),
            "money and rates are exact: use Money, Rate or BigDecimal",
            Pattern.compile("Monetary\\.getDefaultRounding"),
            "it rounds half-even: name the mode with Rounding",
            Pattern.compile(
                    "(LocalDate|LocalDateTime|Instant|ZonedDateTime|Clock)\\.(now|systemUTC|systemDefaultZone)"),
            "take the date as a parameter",
            Pattern.compile("\\b(FIXME|TODO|XXX)\\b"),
            "finish it before it lands",
            Pattern.compile("\\b\\w*(File|Json|Stax\\w*|MultiResource)ItemWriter\\b|TransactionAwareBufferedWriter"),
            "frames and whole files are written by SliceJournal and WholeFile",
            Pattern.compile("new BigDecimal\\(\""),
            "numbers enter through Decimals",
            Pattern.compile("Locale\\.getDefault|Charset\\.defaultCharset|UUID\\.randomUUID|Math\\.random"),
            "nothing may depend on the machine or on chance");

    /** What each package may know, besides itself. */
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            Map.entry("finding", Set.of()),
            Map.entry("settings", Set.of()),
            Map.entry("money", Set.of("finding", "settings")),
            Map.entry("consignment", Set.of("finding", "money")),
            Map.entry("manifest", Set.of("finding", "settings", "money", "consignment")),
            Map.entry("regime", Set.of("finding", "settings", "money", "consignment")),
            Map.entry("assessment", Set.of("finding", "settings", "money", "consignment", "regime")),
            Map.entry("declaration", Set.of("finding", "settings", "money", "consignment", "regime", "assessment")),
            Map.entry("ledger", Set.of("finding", "settings", "money", "consignment", "regime", "assessment")),
            Map.entry(
                    "report",
                    Set.of(
                            "finding",
                            "settings",
                            "money",
                            "consignment",
                            "regime",
                            "assessment",
                            "declaration",
                            "ledger")),
            Map.entry(
                    "batch",
                    Set.of(
                            "finding",
                            "settings",
                            "money",
                            "consignment",
                            "manifest",
                            "regime",
                            "assessment",
                            "declaration",
                            "ledger",
                            "report")),
            Map.entry(
                    "cli",
                    Set.of(
                            "finding",
                            "settings",
                            "money",
                            "consignment",
                            "manifest",
                            "regime",
                            "assessment",
                            "declaration",
                            "ledger",
                            "report",
                            "batch")));

    private static final Pattern OWN_IMPORT = Pattern.compile("^import (?:static )?org\\.minimis\\.(\\w+)\\.");

    @Test
    void arrowsBetweenPackagesGoOneWay() throws IOException {
        var complaints = new ArrayList<String>();
        forEachLine((file, number, line) -> {
            var own = MAIN.relativize(file).getName(0).toString();
            var matcher = OWN_IMPORT.matcher(line);
            if (matcher.find()
                    && !matcher.group(1).equals(own)
                    && !ARROWS.getOrDefault(own, Set.of()).contains(matcher.group(1))) {
                complaints.add("%s:%d: %s must not know %s".formatted(file, number, own, matcher.group(1)));
            }
        });

        assertThat(complaints).isEmpty();
    }

    @Test
    void onlyBatchKnowsSpringAndOnlyCliKnowsPicocli() throws IOException {
        var complaints = new ArrayList<String>();
        forEachLine((file, number, line) -> {
            var room = MAIN.relativize(file).getName(0).toString();
            if (line.contains("org.springframework") && !room.equals("batch")) {
                complaints.add("%s:%d: Spring belongs into batch".formatted(file, number));
            }
            if (line.startsWith("import") && line.contains("picocli") && !room.equals("cli")) {
                complaints.add("%s:%d: picocli belongs into cli".formatted(file, number));
            }
        });

        assertThat(complaints).isEmpty();
    }

    @Test
    void bannedWordsStandNowhere() throws IOException {
        var complaints = new ArrayList<String>();
        forEachLine((file, number, line) -> {
            if (line.strip().startsWith("*")
                    || line.strip().startsWith("//")
                    || line.strip().startsWith("/*")) {
                return;
            }
            BANNED.forEach((pattern, instead) -> {
                if (pattern.matcher(line).find() && !file.endsWith("Today.java")) {
                    complaints.add("%s:%d: %s".formatted(file, number, instead));
                }
            });
        });

        assertThat(complaints).isEmpty();
    }

    /** Spring Batch takes one that does nothing where none is named. */
    @Test
    void everyStepNamesItsTransactionManager() throws IOException {
        var step = Pattern.compile("(?s)(?:\\.tasklet\\(|new ChunkOrientedStepBuilder<).*?\\.build\\(\\)");
        var steps = new ArrayList<String>();
        var withoutDatabase = new TreeSet<String>();
        for (var file : sources()) {
            var source = Files.readString(file);
            step.matcher(source).results().forEach(found -> steps.add(found.group()));
            if (source.contains("new ResourcelessTransactionManager()")) {
                withoutDatabase.add(file.getFileName().toString());
            }
        }

        assertThat(steps)
                .hasSize(3)
                .allMatch(text -> text.contains("transactions)")
                        || text.contains(".transactionManager(new ResourcelessTransactionManager())"));
        // The chunks of a slice ask no database, nor does the joining of declarations; every other step does.
        assertThat(withoutDatabase).containsExactly("ClearJob.java", "SliceStep.java");
        assertThat(steps).filteredOn(text -> !text.contains("transactions)")).hasSize(1);
    }

    @Test
    void noFileIsLongerThanThreeHundredLines() throws IOException {
        var complaints = new ArrayList<String>();
        for (var file : sources()) {
            var lines = Files.readAllLines(file).size();
            if (lines > LINES_MAX) {
                complaints.add("%s:%d: what in it wants a room of its own".formatted(file, lines));
            }
        }

        assertThat(complaints).isEmpty();
    }

    @Test
    void everyPublicTypeSaysWhatItIsInTheTrade() throws IOException {
        var complaints = new ArrayList<String>();
        for (var file : sources()) {
            var text = Files.readString(file);
            var name = file.getFileName().toString().replace(".java", "");
            var declared = Pattern.compile(
                            "(?m)^public (?:sealed |final |abstract )*(?:class|record|enum|interface|@interface) "
                                    + Pattern.quote(name))
                    .matcher(text);
            if (declared.find() && !text.substring(0, declared.start()).contains("/**")) {
                complaints.add(file + ":1: say what it is in the trade");
            }
        }

        assertThat(complaints).isEmpty();
    }

    @Test
    void noPackageIsCalledUtilOrCommon() throws IOException {
        try (var folders = Files.walk(MAIN)) {
            assertThat(folders.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString()))
                    .doesNotContain("util", "common", "impl", "dto");
        }
    }

    private interface LineCheck {
        void check(Path file, int number, String line);
    }

    private static void forEachLine(LineCheck check) throws IOException {
        for (var file : sources()) {
            var lines = Files.readAllLines(file);
            for (var i = 0; i < lines.size(); i++) {
                check.check(file, i + 1, lines.get(i));
            }
        }
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }
}
