package org.minimis.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the JSON that the program has written for itself: what is no longer as it was written is said, with the file's name. */
final class KeptJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private KeptJson() {}

    /**
     * @param parts throws whatever it likes where something is missing or has another form
     * @throws ClearException in its place
     */
    static <T> T read(Path file, Function<JsonNode, T> parts) throws IOException {
        var bytes = Files.readAllBytes(file);
        try {
            return parts.apply(JSON.readTree(bytes));
        } catch (RuntimeException e) {
            throw new ClearException(
                    ClearException.OUT_OF_BALANCE, file + ": it is not what was written; restore the file", e);
        }
    }
}
