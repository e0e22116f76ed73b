package org.minimis.batch;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what {@link Bytes} wrote. Bytes that it did not write throw {@link ClearException}: the books cannot be trusted. */
final class ByteSource {

    private final ByteBuffer bytes;

    ByteSource(ByteBuffer bytes) {
        this.bytes = bytes.duplicate();
    }

    /** Takes what is wanted out of a source. */
    @FunctionalInterface
    interface Parts<T> {
        T of(ByteSource source);
    }

    /**
     * A whole file that {@link Bytes} wrote.
     *
     * @throws ClearException when it is no longer what was written
     */
    static <T> T read(Path file, byte[] bytes, Parts<T> parts) {
        try {
            return parts.of(new ByteSource(ByteBuffer.wrap(bytes)));
        } catch (ClearException e) {
            throw new ClearException(e.exitCode(), file + ": it is not what was written; restore the file", e);
        }
    }

    boolean hasMore() {
        return bytes.hasRemaining();
    }

    long number() {
        var value = 0L;
        for (var shift = 0; shift < Long.SIZE; shift += 7) {
            var next = next();
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw damaged();
    }

    private byte next() {
        if (!bytes.hasRemaining()) {
            throw damaged();
        }
        return bytes.get();
    }

    private static ClearException damaged() {
        return ClearException.outOfBalance("a journal is not what was written; restore the file");
    }

    int count() {
        var number = number();
        if (number < 0 || number > Integer.MAX_VALUE) {
            throw damaged();
        }
        return (int) number;
    }

    long signed() {
        var value = number();
        return value >>> 1 ^ -(value & 1);
    }

    @Nullable
    Long optional() {
        return next() == 0 ? null : signed();
    }

    /** The next {@code length} bytes, not copied. */
    ByteBuffer slice(int length) {
        if (length < 0 || length > bytes.remaining()) {
            throw damaged();
        }
        var slice = bytes.slice(bytes.position(), length);
        bytes.position(bytes.position() + length);
        return slice;
    }

    Block block() {
        return new Block(count(), slice(count()));
    }

    @Nullable
    String text() {
        var length = count();
        if (length == 0) {
            return null;
        }
        var slice = slice(length - 1);
        return new String(
                slice.array(), slice.arrayOffset() + slice.position(), slice.remaining(), StandardCharsets.UTF_8);
    }

    /** A text that means something; {@code parser} refuses others with {@link IllegalArgumentException}. */
    <T> T parsed(Function<String, T> parser) {
        try {
            return parser.apply(requiredText());
        } catch (IllegalArgumentException e) {
            throw damaged();
        }
    }

    String requiredText() {
        var text = text();
        if (text == null) {
            throw damaged();
        }
        return text;
    }
}
