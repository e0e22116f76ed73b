package org.minimis.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What makes a batch the correction of another: its consignments take the place of those of the same house waybill.
 *
 * @param batch that is corrected
 * @param reason customs' code for it; null where none was given
 * @param cancels the declarations are cancelled, nothing takes their place
 */
public record Correction(String batch, @Nullable String reason, boolean cancels) {

    private static final String NAME = "correction.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Beside the plan, so that the batch can be gone on with and verified. */
    void write(BatchFolder folder) throws IOException {
        WholeFile.replace(
                folder.journals().resolve(NAME),
                (JSON.writeValueAsString(json()) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    ObjectNode json() {
        var root = JSON.createObjectNode().put("batch", batch);
        if (cancels) {
            root.put("cancels", true);
        }
        if (reason != null) {
            root.put("reason", reason);
        }
        return root;
    }

    /** What a batch corrects, if it does. */
    static Optional<Correction> read(BatchFolder folder) throws IOException {
        var file = folder.journals().resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Optional.of(KeptJson.read(file, Correction::of));
    }

    static Correction of(JsonNode root) {
        var reason = root.path("reason");
        return new Correction(
                root.required("batch").asString(),
                reason.isString() ? reason.asString() : null,
                root.path("cancels").asBoolean(false));
    }
}
