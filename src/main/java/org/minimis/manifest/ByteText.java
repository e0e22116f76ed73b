package org.minimis.manifest;

import java.util.Arrays;

/** A text as bytes, which can say quickly whether it stands at a place of a manifest. */
final class ByteText {

    private final int length;

    /** The first eight bytes, which tell most texts apart. */
    private final long first;

    private final long firstMask;
    private final long[] others;
    private final long lastMask;

    /** The text from {@code from} to {@code to}, copied. */
    ByteText(byte[] bytes, int from, int to) {
        length = to - from;
        var padded = Arrays.copyOf(Arrays.copyOfRange(bytes, from, to), length + Long.BYTES);
        first = EightBytes.at(padded, 0);
        firstMask = mask(length);
        others = new long[Math.max(0, (length - 1) / Long.BYTES)];
        for (var i = 0; i < others.length; i++) {
            others[i] = EightBytes.at(padded, (i + 1) * Long.BYTES);
        }
        lastMask = mask(length - others.length * Long.BYTES);
    }

    private static long mask(int bytes) {
        return bytes >= Long.BYTES ? -1L : (1L << (bytes << 3)) - 1;
    }

    int length() {
        return length;
    }

    /** Are there enough bytes behind {@code at} to look for it there? */
    boolean isWithin(byte[] bytes, int at) {
        return at + length + Long.BYTES <= bytes.length;
    }

    /** Do these bytes begin at {@code at}? */
    boolean isAt(byte[] bytes, int at) {
        return (EightBytes.at(bytes, at) & firstMask) == first && (others.length == 0 || othersAre(bytes, at));
    }

    private boolean othersAre(byte[] bytes, int at) {
        var last = others.length - 1;
        var place = at + Long.BYTES;
        for (var i = 0; i < last; i++) {
            if (EightBytes.at(bytes, place) != others[i]) {
                return false;
            }
            place += Long.BYTES;
        }
        return (EightBytes.at(bytes, place) & lastMask) == others[last];
    }

    /** Is it just what stands between these places? */
    boolean is(byte[] bytes, int from, int to) {
        return to - from == length && isAt(bytes, from);
    }
}
