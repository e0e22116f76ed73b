package org.minimis.manifest;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Looks at eight bytes of a manifest at a time. Whoever asks keeps {@link #SLACK} bytes of the array behind the last one that
 * matters.
 *
 * <p>The marks are the well-known trick with whole words: a subtraction borrows into the highest bit of each byte that is too
 * small. A borrow may also mark the byte above a marked one, hence only the lowest mark counts.
 */
final class EightBytes {

    /** How many bytes may be looked at behind the last one. */
    static final int SLACK = 32;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHEST = 0x8080808080808080L;
    private static final long QUOTES = '"' * ONES;
    private static final long BACKSLASHES = '\\' * ONES;
    private static final long BLANKS = ' ' * ONES;
    private static final long LINE_FEEDS = '\n' * ONES;

    private EightBytes() {}

    /** The first of them is the lowest. */
    static long at(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at);
    }

    /** The first place from {@code from} on that is no printable ASCII, or is a quote or a backslash. There must be one. */
    static int plainEnd(byte[] bytes, int from) {
        for (var at = from; ; at += Long.BYTES) {
            var eight = at(bytes, at);
            // Deleted (0x7f) and everything behind it gets its highest bit by adding one.
            var marks = (eight | eight + ONES | below(eight, BLANKS) | zero(eight ^ QUOTES) | zero(eight ^ BACKSLASHES))
                    & HIGHEST;
            if (marks != 0) {
                return at + (Long.numberOfTrailingZeros(marks) >>> 3);
            }
        }
    }

    /** The first line feed from {@code from} on. There must be one. */
    static int lineFeed(byte[] bytes, int from) {
        for (var at = from; ; at += Long.BYTES) {
            var marks = zero(at(bytes, at) ^ LINE_FEEDS) & HIGHEST;
            if (marks != 0) {
                return at + (Long.numberOfTrailingZeros(marks) >>> 3);
            }
        }
    }

    private static long zero(long eight) {
        return eight - ONES & ~eight;
    }

    private static long below(long eight, long limit) {
        return eight - limit & ~eight;
    }
}
