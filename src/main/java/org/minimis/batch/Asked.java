package org.minimis.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minimis.ledger.PrivateFiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an operator has asked for and has no plan yet, as a file in the folder of the batches: manifests may have to be
 * unpacked for minutes before the batch has a number.
 */
record Asked(
        List<Path> paths,
        LocalDate accepted,
        Choices choices,
        @Nullable Correction correction) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NAME = ".asked.json";

    Asked {
        paths = List.copyOf(paths);
    }

    static void write(ClearRequest request) throws IOException {
        var root = JSON.createObjectNode();
        var paths = root.putArray("paths");
        for (var path : request.paths()) {
            paths.addObject()
                    .put("named", path.toString())
                    .put("path", path.toAbsolutePath().normalize().toString());
        }
        root.put("accepted", request.accepted().toString());
        ChoicesJson.write(request.choices(), root.putObject("choices"));
        if (request.correction() != null) {
            root.set("correction", request.correction().json());
        }
        var text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        WholeFile.replace(request.out().resolve(NAME), text.getBytes(StandardCharsets.UTF_8));
    }

    static Optional<Asked> read(Path out) throws IOException {
        var file = out.resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Optional.of(KeptJson.read(file, Asked::asked));
    }

    private static Asked asked(JsonNode root) {
        var paths = new ArrayList<Path>();
        for (var node : root.get("paths")) {
            var named = Path.of(node.get("named").asString());
            var path = Path.of(node.get("path").asString());
            // From the same folder, messages name them as the operator did.
            paths.add(named.toAbsolutePath().normalize().equals(path) ? named : path);
        }
        return new Asked(
                paths,
                LocalDate.parse(root.get("accepted").asString()),
                ChoicesJson.read(root.get("choices")),
                root.has("correction") ? Correction.of(root.get("correction")) : null);
    }

    /** The batch has its plan. */
    static void forget(Path out) throws IOException {
        if (Files.deleteIfExists(out.resolve(NAME))) {
            PrivateFiles.sync(out);
        }
    }
}
