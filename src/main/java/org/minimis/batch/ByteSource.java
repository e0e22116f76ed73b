package org.minimis.batch;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads what {@link Bytes} wrote. Bytes that end too early throw {@link BufferUnderflowException}. */
final class ByteSource {

    private final ByteBuffer bytes;

    ByteSource(ByteBuffer bytes) {
        this.bytes = bytes.duplicate();
    }

    boolean hasMore() {
        return bytes.hasRemaining();
    }

    long number() {
        var value = 0L;
        for (var shift = 0; shift < Long.SIZE; shift += 7) {
            var next = bytes.get();
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number does not end");
    }

    int count() {
        return Math.toIntExact(number());
    }

    long signed() {
        var value = number();
        return value >>> 1 ^ -(value & 1);
    }

    @Nullable
    Long optional() {
        return bytes.get() == 0 ? null : signed();
    }

    /** The next {@code length} bytes, not copied. */
    ByteBuffer slice(int length) {
        if (length < 0 || length > bytes.remaining()) {
            throw new BufferUnderflowException();
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

    String requiredText() {
        var text = text();
        if (text == null) {
            throw new IllegalArgumentException("a text is missing");
        }
        return text;
    }
}
