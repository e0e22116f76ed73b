package org.minimis.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.minimis.ledger.FileTable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code batch.json} says of a batch. */
final class BatchRecord {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path path;
    private final JsonNode root;

    private BatchRecord(Path path, JsonNode root) {
        this.path = path;
        this.root = root;
    }

    static BatchRecord read(Path path) throws IOException {
        return new BatchRecord(path, JSON.readTree(Files.readAllBytes(path)));
    }

    boolean isCompleted() {
        return root.path("status").asString("").equals("COMPLETED");
    }

    /** Was that manifest published when the record was written? */
    boolean isPublished(int ordinal) {
        return root.path("manifests")
                .path(ordinal - 1)
                .path("status")
                .asString("")
                .equals("PUBLISHED");
    }

    /** All files, those of manifests too. */
    List<FileTable.Row> files() {
        return root.path("files").valueStream().map(node -> row(node, null)).toList();
    }

    /** @throws ClearException when the record does not name it */
    FileTable.Row file(String name, long manifest) {
        return root.path("files")
                .valueStream()
                .filter(node -> node.path("name").asString("").equals(name))
                .map(node -> row(node, manifest))
                .findFirst()
                .orElseThrow(() -> ClearException.outOfBalance(
                        "%s: it does not name %s, which the journals make; restore it".formatted(path, name)));
    }

    private static FileTable.Row row(JsonNode node, @Nullable Long manifest) {
        return new FileTable.Row(
                node.path("name").asString(),
                manifest,
                node.path("sha256").asString(),
                node.path("bytes").asLong(),
                node.path("declarations").asLong(0));
    }
}
