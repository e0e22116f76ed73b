package org.minimis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The recipes hold together, and what they call is there. */
class RecipesTest {

    private static final Path RECIPES = Path.of("src/recipes");

    /** Each command line of a recipe, by its file. */
    private static Map<String, List<String>> commands() throws Exception {
        var commands = new TreeMap<String, List<String>>();
        try (Stream<Path> files = Files.walk(RECIPES)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                var name = RECIPES.relativize(file).toString();
                if (name.endsWith(".yaml")) {
                    commands.put(name, new ArrayList<>());
                    for (var document : documents(file)) {
                        collect(document, commands.get(name));
                    }
                } else {
                    commands.put(
                            name,
                            Files.readAllLines(file).stream()
                                    .filter(line -> !line.startsWith("#") && line.contains("minimis.jar "))
                                    .map(line -> line.substring(line.indexOf("minimis.jar ") + 12))
                                    .toList());
                }
            }
        }
        return commands;
    }

    private static Iterable<Object> documents(Path yaml) throws Exception {
        return new Load(LoadSettings.builder().setLabel(yaml.toString()).build())
                .loadAllFromString(Files.readString(yaml));
    }

    private static void collect(Object node, List<String> commands) {
        if (node instanceof Map<?, ?> map) {
            if (map.get("args") instanceof List<?> words) {
                commands.add(
                        String.join(" ", words.stream().map(String::valueOf).toList()));
            }
            map.values().forEach(value -> collect(value, commands));
        } else if (node instanceof List<?> list) {
            list.forEach(value -> collect(value, commands));
        }
    }

    @Test
    void whatTheyCallIsThere() throws Exception {
        var all = commands();

        assertThat(all.keySet())
                .contains("cron/minimis.cron", "kubernetes/minimis.yaml", "systemd/minimis-worker@.service");
        assertThat(all.values().stream().mapToInt(List::size).sum()).isEqualTo(7);
        for (var file : all.entrySet()) {
            for (var line : file.getValue()) {
                var nowhere = new PrintWriter(new StringWriter());
                var command = Minimis.commandLine(nowhere, nowhere);
                // %i and %H are systemd's.
                var words = line.replace("%H-%i", "host-1").replace("%i", "1").split(" ");
                assertThat(command.parseArgs(words).subcommand())
                        .as(file.getKey() + ": " + line)
                        .isNotNull();
            }
        }
    }

    @Test
    void unitsAndManifestsAreWhatTheirReadersExpect() throws Exception {
        var kinds = new ArrayList<Object>();
        for (var document : documents(RECIPES.resolve("kubernetes/minimis.yaml"))) {
            kinds.add(((Map<?, ?>) document).get("kind"));
        }
        assertThat(kinds).containsExactly("Deployment", "CronJob");
        var line = Pattern.compile("\\[(Unit|Service|Timer|Install)]|[A-Z][A-Za-z]+=.+|#.*|");
        try (Stream<Path> units = Files.list(RECIPES.resolve("systemd"))) {
            for (var unit : units.toList()) {
                assertThat(Files.readAllLines(unit))
                        .as(unit.toString())
                        .allMatch(text -> line.matcher(text).matches());
            }
        }
        var entry = Pattern.compile("(\\S+ ){5}\\S+ .+|[A-Z]+=\\S+|#.*|");
        assertThat(Files.readAllLines(RECIPES.resolve("cron/minimis.cron")))
                .allMatch(text -> entry.matcher(text).matches());
    }

    @Test
    void noRecipeHoldsAPassword() throws Exception {
        try (Stream<Path> files = Files.walk(RECIPES)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).doesNotContainPattern("PASSWORD *[=:] *\\S");
            }
        }
    }
}
