package org.minimis.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.minimis.settings.ConfigNode;

/**
 * One folder of {@code sample-manifests}.
 *
 * @param folder with a manifest, {@code story.yaml} and {@code expected}
 * @param manifest the file to clear
 * @param accepted the days on which it is cleared
 * @param rates options that name an unofficial table of exchange rates, if the story needs one
 */
public record Story(Path folder, Path manifest, List<String> accepted, List<String> rates) {

    private static final Path SAMPLES = Path.of("sample-manifests");

    public static List<Story> all() {
        try (Stream<Path> folders = Files.list(SAMPLES)) {
            return folders.filter(Files::isDirectory).sorted().map(Story::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Story read(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            var file = folder.resolve("story.yaml");
            var node = ConfigNode.parse(file.toString(), Files.readString(file));
            node.entries(List.of("story", "accepted", "rates"));
            var manifest = files.filter(each -> each.toString().matches(".*\\.(ndjson|csv)"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(folder + " holds no manifest"));
            return new Story(
                    folder,
                    manifest,
                    node.required("accepted").elements().stream()
                            .map(ConfigNode::text)
                            .toList(),
                    node.optional("rates")
                            .map(table -> List.of("--rates", table.text()))
                            .orElse(List.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The arguments of {@code clear} and {@code assess}. */
    public List<String> arguments(String day) {
        var arguments = new ArrayList<>(List.of(manifest.toString(), "--accepted", day));
        arguments.addAll(rates);
        return arguments;
    }

    /** What a batch has published, by name; journals and locks are not part of it. */
    public static TreeMap<String, byte[]> published(Path out) {
        var published = new TreeMap<String, byte[]>();
        try (Stream<Path> batches = Files.list(out)) {
            var batch = batches.filter(each -> Files.exists(each.resolve("batch.json")))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(out + " holds no batch"));
            try (Stream<Path> files = Files.walk(batch)) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    var name = batch.relativize(file).toString().replace('\\', '/');
                    if (!name.startsWith("journal/")) {
                        published.put(name, Files.readAllBytes(file));
                    }
                }
            }
            return published;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
