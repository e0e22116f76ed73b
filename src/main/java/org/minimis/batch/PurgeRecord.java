package org.minimis.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was removed from a batch because it held names and addresses, each with the digest that it had.
 *
 * @param before the day that was asked for; the batch was accepted before it
 * @param files SHA-256 by name
 */
record PurgeRecord(LocalDate before, Map<String, String> files) {

    private static final String NAME = "purge.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    void write(BatchFolder folder) throws IOException {
        var root = JSON.createObjectNode();
        root.put("before", before.toString());
        var removed = root.putObject("removed");
        new TreeMap<>(files).forEach(removed::put);
        var text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        WholeFile.replace(folder.file(NAME), text.getBytes(StandardCharsets.UTF_8));
    }

    /** The record, where the batch was purged. */
    static Optional<PurgeRecord> read(BatchFolder folder) throws IOException {
        var file = folder.file(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            var root = JSON.readTree(Files.readAllBytes(file));
            var files = new TreeMap<String, String>();
            root.required("removed")
                    .properties()
                    .forEach(one -> files.put(one.getKey(), one.getValue().asString()));
            return Optional.of(
                    new PurgeRecord(LocalDate.parse(root.required("before").asString()), files));
        } catch (RuntimeException e) {
            throw new IOException(NAME + " is no record of a purge", e);
        }
    }

    boolean removed(String name) {
        return files.containsKey(name);
    }
}
