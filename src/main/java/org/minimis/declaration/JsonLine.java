package org.minimis.declaration;

import org.jspecify.annotations.Nullable;

/** One JSON object on one line. Commas set themselves; a value that is null leaves its key away. */
final class JsonLine {

    private final Utf8 out;

    JsonLine(int expected) {
        out = new Utf8(expected).raw('{');
    }

    JsonLine field(String key, @Nullable String value) {
        if (value != null) {
            key(key).raw('"').json(value).raw('"');
        }
        return this;
    }

    JsonLine number(String key, int value) {
        key(key).plain(Integer.toString(value));
        return this;
    }

    JsonLine object(String key) {
        key(key).raw('{');
        return this;
    }

    JsonLine array(String key) {
        key(key).raw('[');
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
        out.raw('"').json(value).raw('"');
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
        return java.util.Arrays.copyOfRange(whole, 1, whole.length);
    }

    private Utf8 key(String key) {
        comma();
        return out.raw('"').plain(key).raw('"').raw(':');
    }

    private void comma() {
        var last = out.last();
        if (last != '{' && last != '[') {
            out.raw(',');
        }
    }
}
