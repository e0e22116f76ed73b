package org.minimis.settings;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A place in a YAML file that knows its file and line, so that every complaint can name them.
 *
 * <p>All scalars are text as written; nothing passes through floating point.
 */
public final class ConfigNode {

    private final String file;
    private final Node node;
    private final String path;

    private ConfigNode(String file, Node node, String path) {
        this.file = file;
        this.node = node;
        this.path = path;
    }

    /** Reads a file whole. */
    public static ConfigNode read(ConfigFolder folder, String name) {
        return parse(folder.shown(name), folder.text(name));
    }

    /** Reads a text that stands for a file. */
    public static ConfigNode parse(String file, String text) {
        try {
            var settings = LoadSettings.builder()
                    .setAllowDuplicateKeys(true) // ours names the line of the second one
                    .setLabel(file)
                    .setMaxAliasesForCollections(0) // they can hold themselves, and grow without end
                    .setBufferSize(text.length() + 1) // it fails where its buffer ends between two surrogates
                    .build();
            var node = new Compose(settings)
                    .composeString(text)
                    .orElseThrow(() -> new ConfigException(file + ":1: the file is empty; write it or remove it"));
            return new ConfigNode(file, node, "");
        } catch (MarkedYamlEngineException e) {
            var line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new ConfigException("%s:%d: this is not YAML (%s)".formatted(file, line, e.getProblem()));
        } catch (YamlEngineException | IllegalArgumentException e) {
            // The second is said of tags that are no names.
            throw new ConfigException(
                    file + ":1: it has control characters, lists as keys, or aliases of lists; write plain YAML");
        }
    }

    /** {@code file:line}. */
    public String where() {
        return file + ":" + line();
    }

    public int line() {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    /** The key under which this stands, dotted from the top; empty at the top. */
    public String path() {
        return path;
    }

    /** A complaint about this place: {@code file:line: key: message}. */
    public ConfigException complaint(String message) {
        return new ConfigException(where() + ": " + (path.isEmpty() ? "" : path + ": ") + message);
    }

    public boolean isMapping() {
        return node instanceof MappingNode;
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    public boolean isScalar() {
        return node instanceof ScalarNode;
    }

    /** The entries of a mapping in the order of the file; a key twice is refused. */
    public Map<String, ConfigNode> entries() {
        if (!(node instanceof MappingNode mapping)) {
            throw complaint("expected keys with values here");
        }
        var entries = new LinkedHashMap<String, ConfigNode>();
        for (var tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw complaint("a key must be a plain word");
            }
            var value = new ConfigNode(
                    file, tuple.getValueNode(), path.isEmpty() ? key.getValue() : path + "." + key.getValue());
            if (entries.put(key.getValue(), value) != null) {
                throw new ConfigNode(file, key, path)
                        .complaint("'%s' stands here twice; remove one".formatted(key.getValue()));
            }
        }
        return entries;
    }

    /** The entries of a mapping, of which each must be one of {@code allowed}. */
    public Map<String, ConfigNode> entries(List<String> allowed) {
        var entries = entries();
        for (var entry : entries.entrySet()) {
            if (!allowed.contains(entry.getKey())) {
                throw entry.getValue()
                        .complaint("'%s' is not known here; known are %s"
                                .formatted(
                                        entry.getKey(),
                                        allowed.stream().sorted().collect(Collectors.joining(", "))));
            }
        }
        return entries;
    }

    /** The elements of a list. */
    public List<ConfigNode> elements() {
        if (!(node instanceof SequenceNode sequence)) {
            throw complaint("expected a list here");
        }
        var elements = new ArrayList<ConfigNode>();
        for (var element : sequence.getValue()) {
            elements.add(new ConfigNode(file, element, path));
        }
        return elements;
    }

    /** A list, or a single value that stands for a list of one. */
    public List<ConfigNode> elementsOrOne() {
        return isList() ? elements() : List.of(this);
    }

    /** The text of a scalar as written, never blank. */
    public String text() {
        if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
            throw complaint("expected a value here");
        }
        return scalar.getValue();
    }

    /** The value of a scalar by {@code parser}; its IllegalArgumentException becomes a complaint about this place. */
    public <T> T value(Function<String, T> parser) {
        try {
            return parser.apply(text());
        } catch (DateTimeParseException e) {
            throw complaint("'%s' is not a date; write year-month-day, for example 2026-07-01".formatted(text()));
        } catch (IllegalArgumentException e) {
            throw complaint(e.getMessage());
        }
    }

    public LocalDate date() {
        return value(LocalDate::parse);
    }

    /** What stands under {@code key}; missing is refused. */
    public ConfigNode required(String key) {
        var found = entries().get(key);
        if (found == null) {
            throw complaint("'%s' is missing; add it".formatted(key));
        }
        return found;
    }

    public Optional<ConfigNode> optional(String key) {
        return Optional.ofNullable(entries().get(key));
    }

    /** The text under {@code key}, or null. */
    public @Nullable String textOrNull(String key) {
        return optional(key).map(ConfigNode::text).orElse(null);
    }

    /** As it is written, on one line, without the brackets of the outermost level. */
    public String written() {
        if (isList()) {
            return elements().stream().map(ConfigNode::inner).collect(Collectors.joining(", "));
        }
        if (isMapping()) {
            return entries().entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + inner(entry.getValue()))
                    .collect(Collectors.joining(", "));
        }
        return text();
    }

    private static String inner(ConfigNode node) {
        if (node.isList()) {
            return "[" + node.written() + "]";
        }
        return node.isMapping() ? "{ " + node.written() + " }" : node.written();
    }
}
