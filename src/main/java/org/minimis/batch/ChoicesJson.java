package org.minimis.batch;

import java.nio.file.Path;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The operator's choices within a file. */
final class ChoicesJson {

    private ChoicesJson() {}

    static void write(Choices choices, ObjectNode node) {
        if (choices.config() != null) {
            node.put("config", choices.config().toString());
        }
        if (!choices.law().readings().isEmpty()) {
            var readings = node.putObject("readings");
            choices.law().readings().forEach(readings::put);
        }
        if (choices.law().rates() != null) {
            node.put("rates", choices.law().rates());
        }
        if (choices.law().carrier() != null) {
            node.put("carrier", choices.law().carrier());
        }
    }

    static Choices read(@Nullable JsonNode node) {
        if (node == null) {
            return Choices.NONE;
        }
        var readings = new TreeMap<String, String>();
        if (node.has("readings")) {
            node.get("readings")
                    .properties()
                    .forEach(one -> readings.put(one.getKey(), one.getValue().asString()));
        }
        var config = text(node, "config");
        return new Choices(
                config == null ? null : Path.of(config),
                new LawChoices(readings, text(node, "rates"), text(node, "carrier")));
    }

    private static @Nullable String text(JsonNode node, String name) {
        return node.has(name) ? node.get(name).asString() : null;
    }
}
