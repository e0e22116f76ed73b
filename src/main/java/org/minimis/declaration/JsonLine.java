package org.minimis.declaration;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One JSON object on one line. Commas set themselves; a value that is null leaves its key away. */
final class JsonLine {

    private final Utf8 out;

    private JsonLine(Utf8 out) {
        this.out = out.raw('{');
    }

    /** A line in the thread's own buffer: finish it before the next one is begun. */
    static JsonLine begin() {
        return new JsonLine(Utf8.shared());
    }

    JsonLine field(String key, @Nullable String value) {
        if (value != null) {
            out.key(key).json(value);
        }
        return this;
    }

    JsonLine number(String key, int value) {
        out.key(key).plain(Integer.toString(value));
        return this;
    }

    JsonLine object(String key) {
        out.key(key).raw('{');
        return this;
    }

    JsonLine array(String key) {
        out.key(key).raw('[');
        return this;
    }

    /** An object inside an array. */
    JsonLine object() {
        comma();
        out.raw('{');
        return this;
    }

    /** A text inside an array. */
    JsonLine text(String value) {
        comma();
        out.json(value);
        return this;
    }

    /** Ends an object. */
    JsonLine end() {
        out.raw('}');
        return this;
    }

    /** Ends an array. */
    JsonLine close() {
        out.raw(']');
        return this;
    }

    /** Fields that were written before, without their braces. */
    JsonLine fields(byte[] prepared) {
        if (prepared.length > 0) {
            comma();
            out.raw(prepared);
        }
        return this;
    }

    byte[] line() {
        return out.raw('}').raw('\n').toBytes();
    }

    /** The fields alone, for {@link #fields}. */
    byte[] fields() {
        var whole = out.toBytes();
        return Arrays.copyOfRange(whole, 1, whole.length);
    }

    private void comma() {
        var last = out.last();
        if (last != '{' && last != '[') {
            out.raw(',');
        }
    }
}
