package org.minimis.batch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.minimis.ledger.FileTable;
import org.minimis.money.Amounts;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** What a batch was made of and what it made: digests, counts and totals; no time, host, path or attempt. */
final class BatchJson {

    static final String NAME = "batch.json";

    private static final ObjectWriter JSON = JsonMapper.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build()
            .writerWithDefaultPrettyPrinter();

    private BatchJson() {}

    /** Does the record of a batch say that no manifest is missing? */
    static boolean saysCompleted(Path file) throws IOException {
        return Files.exists(file)
                && KeptJson.read(file, root -> root.path("status").asString("").equals("COMPLETED"));
    }

    /** @param previous digest of the record of the batch before it; empty for the first */
    static void write(
            Plan plan,
            ClearResult result,
            Optional<Correction> correction,
            Optional<String> previous,
            Collection<FileTable.Row> files,
            OutputStream out) {
        try (var json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringProperty("batch", plan.batch());
            correction.ifPresent(corrected -> json.writeStringProperty("corrects", corrected.batch()));
            json.writeStringProperty("accepted", plan.accepted().toString());
            json.writeStringProperty("law", plan.lawDigest());
            json.writeStringProperty("status", result.exitCode() == 0 ? "COMPLETED" : "INCOMPLETE");
            writeManifests(result, json);
            writeTotals(result, json);
            writeFiles(files, json);
            previous.ifPresent(digest -> json.writeStringProperty("previous", digest));
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void writeManifests(ClearResult result, JsonGenerator json) {
        json.writeArrayPropertyStart("manifests");
        for (var manifest : result.manifests()) {
            json.writeStartObject();
            json.writeStringProperty("digest", manifest.digest());
            if (!manifest.number().isEmpty()) {
                json.writeStringProperty("number", manifest.number());
            }
            json.writeStringProperty("status", manifest.failure().isEmpty() ? "PUBLISHED" : "FAILED");
            json.writeNumberProperty("records", manifest.records());
            json.writeNumberProperty("assessed", manifest.assessed());
            json.writeNumberProperty("referred", manifest.referred());
            json.writeNumberProperty("rejected", manifest.rejected());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeTotals(ClearResult result, JsonGenerator json) {
        json.writeArrayPropertyStart("totals");
        for (var total : result.totals()) {
            json.writeStartObject();
            json.writeStringProperty("currency", total.currency());
            json.writeStringProperty("duty", Amounts.plain(total.duty()));
            json.writeStringProperty("vat", Amounts.plain(total.vat()));
            json.writeStringProperty("fees", Amounts.plain(total.fees()));
            json.writeStringProperty("total", Amounts.plain(total.total()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeFiles(Collection<FileTable.Row> files, JsonGenerator json) {
        Map<String, FileTable.Row> byName = new TreeMap<>();
        files.forEach(file -> byName.put(file.name(), file));
        json.writeArrayPropertyStart("files");
        for (var file : byName.values()) {
            json.writeStartObject();
            json.writeStringProperty("name", file.name());
            json.writeStringProperty("sha256", file.digest());
            json.writeNumberProperty("bytes", file.bytes());
            if (file.declarations() > 0) {
                json.writeNumberProperty("declarations", file.declarations());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
