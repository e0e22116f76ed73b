package org.minimis.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.minimis.settings.ConfigFolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The list of what is kept of a law: the operator's choices, and each file with its digest, so that a value that somebody changed
 * is found by its file.
 *
 * @param digest of all together, which names the folder
 * @param files SHA-256 by name
 */
record LawJson(String digest, LawChoices choices, Map<String, String> files) {

    static final String NAME = "law.json";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The files that count as law and settings: words about the law are not the law. */
    static List<String> names(ConfigFolder law) {
        return law.list("", "").stream().filter(name -> !name.endsWith(".md")).toList();
    }

    static byte[] bytes(String digest, ConfigFolder law, LawChoices choices) {
        var root = JSON.createObjectNode();
        root.put("law", digest);
        var chosen = root.putObject("choices");
        var readings = chosen.putObject("readings");
        choices.readings().forEach(readings::put);
        if (choices.rates() != null) {
            chosen.put("rates", choices.rates());
        }
        if (choices.carrier() != null) {
            chosen.put("carrier", choices.carrier());
        }
        var files = root.putObject("files");
        for (var name : names(law)) {
            files.put(name, digest(law.bytes(name)));
        }
        return (JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String digest(byte[] content) {
        return HexFormat.of().formatHex(WholeFile.sha256().digest(content));
    }

    /** @throws IOException when it is missing or no longer what was written */
    static LawJson read(Path folder) throws IOException {
        try {
            var root = JSON.readTree(Files.readAllBytes(folder.resolve(NAME)));
            var chosen = root.required("choices");
            var files = new TreeMap<String, String>();
            root.required("files")
                    .properties()
                    .forEach(file -> files.put(file.getKey(), file.getValue().asString()));
            return new LawJson(root.required("law").asString(), choices(chosen), files);
        } catch (RuntimeException e) {
            throw new IOException("it is not what was kept", e);
        }
    }

    private static LawChoices choices(JsonNode chosen) {
        var readings = new LinkedHashMap<String, String>();
        chosen.required("readings")
                .properties()
                .forEach(reading ->
                        readings.put(reading.getKey(), reading.getValue().asString()));
        var rates = chosen.get("rates");
        var carrier = chosen.get("carrier");
        return new LawChoices(
                readings, rates == null ? null : rates.asString(), carrier == null ? null : carrier.asString());
    }
}
