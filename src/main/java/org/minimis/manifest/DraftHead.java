package org.minimis.manifest;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The first texts of a draft, remembered to see whether the next one begins with the same. */
final class DraftHead {

    private final @Nullable String[] texts;
    private final ByteText[] bytes;

    /** @param last the last field that counts */
    DraftHead(Field last) {
        texts = new @Nullable String[last.ordinal() + 1];
        bytes = new ByteText[texts.length];
    }

    void remember(Draft draft) {
        for (var i = 0; i < texts.length; i++) {
            var text = draft.get(Draft.FIELDS[i], 0);
            texts[i] = text;
            var encoded = (text == null ? "" : text).getBytes(StandardCharsets.UTF_8);
            bytes[i] = new ByteText(encoded, 0, encoded.length);
        }
    }

    boolean isThatOf(Draft draft) {
        for (var i = 0; i < texts.length; i++) {
            var place = draft.place(i);
            var isSame = place != 0
                    ? bytes[i].is(draft.bytes(), Draft.start(place), Draft.end(place))
                    : Objects.equals(texts[i], draft.get(Draft.FIELDS[i], 0));
            if (!isSame) {
                return false;
            }
        }
        return true;
    }
}
