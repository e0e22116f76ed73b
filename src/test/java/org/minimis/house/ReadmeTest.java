package org.minimis.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minimis.cli.Session;
import org.minimis.golden.Golden;
import org.minimis.regime.LawCoverage;
import org.minimis.regime.Regimes;
import org.minimis.settings.ConfigFolder;

/** What the README shows is what the program prints. {@code -Dgolden=write} writes it anew. */
class ReadmeTest {

    private static final Path README = Path.of("README.md");
    private static final Path WHEN_IT_FAILS = Path.of("src/test/resources/crash/when-it-fails.md");
    private static final Path CLUSTER = Path.of("src/test/resources/cluster/when-one-machine-is-not-enough.md");
    private static final String CALL = "$ java -jar target/minimis.jar ";
    private static final int LINES_MAX = 150;
    private static final int WIDTH_MAX = 150;

    @TempDir
    Path folder;

    @Test
    void whatItShowsIsReal() throws IOException {
        var text = Files.readString(README);
        text = between(text, "law", table());
        text = between(text, "exit codes", exitCodes());
        // Played by WhenItFailsTest and BeyondOneMachineTest, of real programs.
        text = between(text, "when it fails", List.of());
        text = between(text, "cluster", List.of());
        text = session(text);
        text = between(text, "when it fails", Files.readAllLines(WHEN_IT_FAILS));
        text = between(text, "cluster", Files.readAllLines(CLUSTER));

        Golden.compare(README, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void itIsShort() throws IOException {
        assertThat(Files.readAllLines(README)).hasSizeLessThan(LINES_MAX);
    }

    private static List<String> table() {
        var regimes = Regimes.load(ConfigFolder.of(Path.of("config"))).all();
        return LawCoverage.markdown(regimes.stream().map(LawCoverage::of).toList());
    }

    private static List<String> exitCodes() {
        var lines = new ArrayList<>(List.of(""));
        var codes = Pattern.compile("(?m)^ {2}(\\d+) +(\\S.*(?:\\R {8}\\S.*)*)$")
                .matcher(Session.run("--help").out());
        while (codes.find()) {
            var code = codes.group(1) + " " + codes.group(2).replaceAll("\\s+", " ");
            var last = lines.get(lines.size() - 1);
            if (last.length() + code.length() > WIDTH_MAX) {
                lines.add(code);
            } else {
                lines.set(lines.size() - 1, last.isEmpty() ? code : last + " · " + code);
            }
        }
        return lines;
    }

    private static String between(String text, String name, List<String> lines) {
        var start = "<!-- " + name + " -->\n";
        var end = "<!-- /" + name + " -->\n";
        var from = text.indexOf(start) + start.length();
        var part = lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
        return text.substring(0, from) + part + text.substring(text.indexOf(end));
    }

    /** Runs each call that stands behind a dollar sign and puts under it what it prints. */
    private String session(String text) {
        var lines = new ArrayList<String>();
        var inSession = false;
        for (var line : text.lines().toList()) {
            if (line.startsWith("```")) {
                inSession = false;
            }
            if (line.startsWith(CALL)) {
                inSession = true;
                lines.add(line);
                lines.addAll(printed(line.substring(CALL.length())));
            } else if (!inSession) {
                lines.add(line);
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private List<String> printed(String call) {
        var arguments = new ArrayList<>(List.of(call.split(" ")));
        arguments.addAll(List.of(
                "--db", Session.db(folder), "--out", folder.resolve("out").toString()));
        var session = Session.run(arguments.toArray(String[]::new));
        assertThat(session.exitCode()).as(call + "\n" + session.err()).isZero();
        return session.out()
                .replace(folder.resolve("out").toString(), "out")
                .lines()
                .toList();
    }
}
