package org.minimis.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.minimis.ledger.FileTable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a {@code batch.json} says that nothing else can tell.
 *
 * @param published the digests of the manifests that were published
 * @param files by name, as they were published; whose manifest each is, it does not say
 */
record BatchRecord(Set<String> published, Optional<String> previous, TreeMap<String, FileTable.Row> files) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @throws IOException when it is missing or no record of a batch */
    static BatchRecord read(BatchFolder folder) throws IOException {
        try {
            var root = JSON.readTree(Files.readAllBytes(folder.file(BatchJson.NAME)));
            var published = new HashSet<String>();
            for (var manifest : root.required("manifests")) {
                if (manifest.required("status").asString().equals("PUBLISHED")) {
                    published.add(manifest.required("digest").asString());
                }
            }
            var files = new TreeMap<String, FileTable.Row>();
            for (var file : root.required("files")) {
                var row = new FileTable.Row(
                        file.required("name").asString(),
                        null,
                        file.required("sha256").asString(),
                        file.required("bytes").asLong(),
                        file.path("declarations").asLong(0));
                files.put(row.name(), row);
            }
            var previous = root.path("previous");
            return new BatchRecord(
                    published, previous.isString() ? Optional.of(previous.asString()) : Optional.empty(), files);
        } catch (tools.jackson.core.JacksonException e) {
            throw new IOException("it is no record of a batch", e);
        }
    }
}
