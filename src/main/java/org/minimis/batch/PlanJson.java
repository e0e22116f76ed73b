package org.minimis.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import org.minimis.manifest.ManifestFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** The plan of a batch as a file beside its journals. */
final class PlanJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PlanJson() {}

    static void write(Plan plan, Path file) throws IOException {
        var root = JSON.createObjectNode();
        root.put("batch", plan.batch());
        root.put("accepted", plan.accepted().toString());
        root.put("law", plan.lawDigest());
        ChoicesJson.write(plan.choices(), root.putObject("choices"));
        var manifests = root.putArray("manifests");
        plan.manifests().forEach(manifest -> write(manifest, manifests));
        var text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        WholeFile.replace(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void write(Plan.Manifest manifest, ArrayNode manifests) {
        var node = manifests.addObject();
        node.put("id", manifest.id());
        node.put("number", manifest.number());
        node.put("fileName", manifest.fileName());
        node.put("source", manifest.found().file().toString());
        if (!manifest.found().member().isEmpty()) {
            node.put("member", manifest.found().member());
        }
        node.put("digest", manifest.digest());
        node.put("file", manifest.file().toString());
        node.put("format", manifest.format().name());
        node.put("bytes", manifest.bytes());
        if (manifest.failure() != null) {
            node.put("failure", manifest.failure());
        }
        var slices = node.putArray("slices");
        for (var slice : manifest.slices()) {
            slices.addObject().put("from", slice.from()).put("to", slice.to()).put("line", slice.line());
        }
    }

    static Optional<Plan> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Optional.of(KeptJson.read(file, PlanJson::plan));
    }

    private static Plan plan(JsonNode root) {
        var manifests = new ArrayList<Plan.Manifest>();
        for (var node : root.get("manifests")) {
            manifests.add(manifest(node, manifests.size() + 1));
        }
        return new Plan(
                root.get("batch").asString(),
                LocalDate.parse(root.get("accepted").asString()),
                root.get("law").asString(),
                ChoicesJson.read(root.get("choices")),
                manifests);
    }

    private static Plan.Manifest manifest(JsonNode node, int ordinal) {
        var file = Path.of(node.get("file").asString());
        var fileName = node.get("fileName").asString();
        var format = ManifestFormat.valueOf(node.get("format").asString());
        var member = node.has("member") ? node.get("member").asString() : "";
        var found = new Intake.Found(fileName, Path.of(node.get("source").asString()), member, format);
        var slices = new ArrayList<SliceInfo>();
        for (var slice : node.get("slices")) {
            slices.add(new SliceInfo(
                    file,
                    fileName,
                    format,
                    slices.size(),
                    slice.get("from").asLong(),
                    slice.get("to").asLong(),
                    slice.get("line").asLong()));
        }
        var failure = node.get("failure");
        return new Plan.Manifest(
                ordinal,
                node.get("id").asLong(),
                node.get("number").asString(),
                found,
                node.get("digest").asString(),
                file,
                node.get("bytes").asLong(),
                slices,
                failure == null ? null : failure.asString());
    }
}
