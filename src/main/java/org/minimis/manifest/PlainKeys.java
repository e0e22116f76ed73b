package org.minimis.manifest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one kind of JSON object, found by their bytes. A carrier's program writes them in the same order on every line,
 * so the key that came next on the line before is tried first.
 */
final class PlainKeys {

    /** What stands behind a key. */
    enum Kind {
        TEXT,
        COUNT,
        OBJECT,
        TEXT_OR_OBJECT,
        TAX_IDS,
        GOODS
    }

    /** One key. */
    static final class Key {

        private final ByteText text;
        private final int index;

        /** Bytes of the key with its quotes and its colon. */
        final int length;

        final Kind kind;

        /** Does a text stand behind it, and nothing else? */
        final boolean isText;

        /** Its field; of an object the first one in it. */
        final int field;

        /** The keys of the object behind it. */
        final @Nullable PlainKeys inner;

        private Key after = this;

        private Key(int index, String name, Kind kind, int field, @Nullable PlainKeys inner) {
            var text = ("\"" + name + "\":").getBytes(StandardCharsets.US_ASCII);
            this.index = index;
            this.length = text.length;
            this.kind = kind;
            this.isText = kind == Kind.TEXT;
            this.field = field;
            this.inner = inner;
            this.text = new ByteText(text, 0, length);
        }
    }

    private Key[] keys = {};

    PlainKeys() {}

    /** The plain texts among {@code fields}, named by what stands behind {@code prefix} in their path. */
    static PlainKeys under(String prefix) {
        var keys = new PlainKeys();
        for (var field : Draft.FIELDS) {
            if (field.path().startsWith(prefix)) {
                keys.add(field.path().substring(prefix.length()), Kind.TEXT, field, null);
            }
        }
        return keys;
    }

    PlainKeys add(String name, Kind kind, Field field, @Nullable PlainKeys inner) {
        keys = Arrays.copyOf(keys, keys.length + 1);
        var key = new Key(keys.length - 1, name, kind, field.ordinal(), inner);
        keys[key.index] = key;
        if (key.index > 0) {
            keys[key.index - 1].after = key;
        }
        return this;
    }

    /**
     * The key that stands at {@code at}, or null where none of ours does.
     *
     * @param before the key before it in this object
     */
    @Nullable
    Key at(byte[] bytes, int at, @Nullable Key before) {
        var expected = before == null ? keys[0] : before.after;
        return expected.text.isAt(bytes, at) ? expected : search(bytes, at, before);
    }

    private @Nullable Key search(byte[] bytes, int at, @Nullable Key before) {
        var from = before == null ? 0 : before.index + 1;
        for (var i = 0; i < keys.length; i++) {
            var key = keys[(from + i) % keys.length];
            if (key.text.isAt(bytes, at)) {
                if (before != null) {
                    before.after = key;
                }
                return key;
            }
        }
        return null;
    }
}
