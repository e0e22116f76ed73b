package org.minimis.batch;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Bytes that grow: numbers in as few bytes as they need, texts with their length before them. */
final class Bytes extends OutputStream {

    private static final int START = 256;

    private byte[] array = new byte[START];
    private int size;

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    /** What has been written, not copied. */
    ByteBuffer buffer() {
        return ByteBuffer.wrap(array, 0, size);
    }

    /** A copy of what has been written. */
    byte[] toArray() {
        return Arrays.copyOf(array, size);
    }

    private void room(int more) {
        if (array.length - size < more) {
            array = Arrays.copyOf(array, Math.max(Math.addExact(size, more), Math.multiplyExact(array.length, 2)));
        }
    }

    @Override
    public void write(int b) {
        room(1);
        array[size++] = (byte) b;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        room(length);
        System.arraycopy(bytes, offset, array, size, length);
        size += length;
    }

    void bytes(byte[] bytes) {
        number(bytes.length);
        write(bytes, 0, bytes.length);
    }

    void block(Block block) {
        number(block.count());
        var bytes = block.bytes();
        number(bytes.remaining());
        write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
    }

    void text(@Nullable String text) {
        if (text == null) {
            number(0);
            return;
        }
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        number(bytes.length + 1L);
        write(bytes, 0, bytes.length);
    }

    /** Zero or more. */
    void number(long value) {
        room(10);
        var rest = value;
        while ((rest & ~0x7fL) != 0) {
            array[size++] = (byte) (rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        array[size++] = (byte) rest;
    }

    /** Any number, small ones on both sides of zero in few bytes. */
    void signed(long value) {
        number(value << 1 ^ value >> 63);
    }

    void optional(@Nullable Long value) {
        write(value == null ? 0 : 1);
        if (value != null) {
            signed(value);
        }
    }
}
