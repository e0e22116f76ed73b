package org.minimis.manifest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was made of texts that come again and again, found by their bytes: cities, units, commodity codes. A new text takes the
 * place of an older one, so it never grows.
 */
final class Remembered<T> {

    private static final long MIX = 0x9e3779b97f4a7c15L;

    private final byte[] @Nullable [] texts;
    private final @Nullable Object[] values;
    private final int shift;
    private final Function<String, @Nullable T> maker;

    /**
     * @param bits two to the power of it are kept
     * @param maker makes the value of a text, or null, which is not kept
     */
    Remembered(int bits, Function<String, @Nullable T> maker) {
        this.texts = new byte[1 << bits][];
        this.values = new @Nullable Object[1 << bits];
        this.shift = Long.SIZE - bits;
        this.maker = maker;
    }

    /** What those bytes, printable ASCII, make. */
    @Nullable
    T get(byte[] bytes, int from, int to) {
        var place = (int) (hash(bytes, from, to) >>> shift);
        var known = texts[place];
        if (known != null && Arrays.equals(known, 0, known.length, bytes, from, to)) {
            @SuppressWarnings("unchecked")
            var value = (T) values[place];
            return value;
        }
        return make(bytes, from, to, place);
    }

    private @Nullable T make(byte[] bytes, int from, int to, int place) {
        var value = maker.apply(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
        if (value != null) {
            texts[place] = Arrays.copyOfRange(bytes, from, to);
            values[place] = value;
        }
        return value;
    }

    private static long hash(byte[] bytes, int from, int to) {
        var hash = (long) to - from;
        var at = from;
        for (; to - at >= Long.BYTES; at += Long.BYTES) {
            hash = (hash ^ EightBytes.at(bytes, at)) * MIX;
            hash ^= hash >>> 32;
        }
        // Only those of the next eight bytes that belong to the text.
        var rest = EightBytes.at(bytes, at) & (1L << (to - at << 3)) - 1;
        return (hash ^ rest) * MIX;
    }
}
