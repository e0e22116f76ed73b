package org.minimis.manifest;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was made of texts that come again and again, found by their bytes: cities, units, commodity codes. A new text takes the
 * place of an older one, so it never grows.
 */
final class Remembered<T> {

    private record Entry<T>(ByteText text, T value) {}

    private final @Nullable Entry<T>[] entries;
    private final int shift;
    private final Function<String, @Nullable T> maker;

    /**
     * @param bits two to the power of it are kept
     * @param maker makes the value of a text, or null, which is not kept
     */
    @SuppressWarnings({"unchecked", "rawtypes"})
    Remembered(int bits, Function<String, @Nullable T> maker) {
        this.entries = new Entry[1 << bits];
        this.shift = Long.SIZE - bits;
        this.maker = maker;
    }

    /** What those bytes, printable ASCII, make. */
    @Nullable
    T get(byte[] bytes, int from, int to) {
        var place = (int) (EightBytes.hash(bytes, from, to) >>> shift);
        var known = entries[place];
        return known != null && known.text.is(bytes, from, to) ? known.value : make(bytes, from, to, place);
    }

    private @Nullable T make(byte[] bytes, int from, int to, int place) {
        var value = maker.apply(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
        if (value != null) {
            entries[place] = new Entry<>(new ByteText(bytes, from, to), value);
        }
        return value;
    }
}
