package org.minimis.manifest;

import java.util.Arrays;

/** A text as bytes, which can say quickly whether it stands at a place of a manifest. */
final class ByteText {

    private final long[] words;
    private final long lastMask;
    private final int length;

    /** The text from {@code from} to {@code to}, copied. */
    ByteText(byte[] bytes, int from, int to) {
        length = to - from;
        var padded = Arrays.copyOf(Arrays.copyOfRange(bytes, from, to), length + Long.BYTES);
        words = new long[(length + Long.BYTES - 1) / Long.BYTES];
        for (var i = 0; i < words.length; i++) {
            words[i] = EightBytes.at(padded, i * Long.BYTES);
        }
        lastMask = -1L >>> (words.length * Long.BYTES - length << 3);
    }

    int length() {
        return length;
    }

    /** Do these bytes begin at {@code at}? */
    boolean isAt(byte[] bytes, int at) {
        var last = words.length - 1;
        var place = at;
        for (var i = 0; i < last; i++) {
            if (EightBytes.at(bytes, place) != words[i]) {
                return false;
            }
            place += Long.BYTES;
        }
        return last < 0 || (EightBytes.at(bytes, place) & lastMask) == words[last];
    }

    /** Is it just what stands between these places? */
    boolean is(byte[] bytes, int from, int to) {
        return to - from == length && isAt(bytes, from);
    }
}
