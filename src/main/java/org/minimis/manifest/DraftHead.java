package org.minimis.manifest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The first texts of a draft, remembered to see whether the next one begins with the same. */
final class DraftHead {

    private final @Nullable String[] texts;
    private final byte[][] bytes;

    /** @param last the last field that counts */
    DraftHead(Field last) {
        texts = new @Nullable String[last.ordinal() + 1];
        bytes = new byte[texts.length][];
        Arrays.fill(bytes, new byte[0]);
    }

    void remember(Draft draft) {
        for (var i = 0; i < texts.length; i++) {
            var text = draft.get(Draft.FIELDS[i], 0);
            texts[i] = text;
            bytes[i] = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        }
    }

    boolean isThatOf(Draft draft) {
        for (var i = 0; i < texts.length; i++) {
            var isSame = draft.isPlace(i)
                    ? Arrays.equals(bytes[i], 0, bytes[i].length, draft.bytes(), draft.start(i), draft.end(i))
                    : Objects.equals(texts[i], draft.get(Draft.FIELDS[i], 0));
            if (!isSame) {
                return false;
            }
        }
        return true;
    }
}
