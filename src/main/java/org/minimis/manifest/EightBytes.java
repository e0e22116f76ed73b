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
    static final int SLACK = 64;

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

    /** The first line feed from {@code from} on, or {@code to} where there is none before it. */
    static int lineFeed(byte[] bytes, int from, int to) {
        var at = from;
        // Four at once: most of what is looked at here is no end of a line.
        for (; at < to; at += 4 * Long.BYTES) {
            var marks = lineFeeds(bytes, at)
                    | lineFeeds(bytes, at + Long.BYTES)
                    | lineFeeds(bytes, at + 2 * Long.BYTES)
                    | lineFeeds(bytes, at + 3 * Long.BYTES);
            if ((marks & HIGHEST) != 0) {
                break;
            }
        }
        for (; at < to; at += Long.BYTES) {
            var marks = lineFeeds(bytes, at) & HIGHEST;
            if (marks != 0) {
                return Math.min(to, at + (Long.numberOfTrailingZeros(marks) >>> 3));
            }
        }
        return to;
    }

    /** Eight times that byte, for {@link #lineFeedOr}. */
    static long eightTimes(byte b) {
        return (b & 0xff) * ONES;
    }

    /** The first place that holds a line feed or that other byte, or {@code to} where there is none before it. */
    static int lineFeedOr(long eightTimes, byte[] bytes, int from, int to) {
        for (var at = from; at < to; at += Long.BYTES) {
            var eight = at(bytes, at);
            var marks = (zero(eight ^ LINE_FEEDS) | zero(eight ^ eightTimes)) & HIGHEST;
            if (marks != 0) {
                return Math.min(to, at + (Long.numberOfTrailingZeros(marks) >>> 3));
            }
        }
        return to;
    }

    /** The first place that holds no ASCII or a NUL, or {@code to} where there is none before it. */
    static int asciiEnd(byte[] bytes, int from, int to) {
        for (var at = from; at < to; at += Long.BYTES) {
            var eight = at(bytes, at);
            var marks = (eight | zero(eight)) & HIGHEST;
            if (marks != 0) {
                return Math.min(to, at + (Long.numberOfTrailingZeros(marks) >>> 3));
            }
        }
        return to;
    }

    /** How many line feeds there are between these places. */
    static int lineFeeds(byte[] bytes, int from, int to) {
        var feeds = 0;
        var at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            // Without a borrow, so that every mark counts: only a byte of nothing but zeros keeps its highest bit.
            var others = at(bytes, at) ^ LINE_FEEDS;
            feeds += Long.bitCount(~((others & ~HIGHEST) + ~HIGHEST | others) & HIGHEST);
        }
        for (; at < to; at++) {
            feeds += bytes[at] == '\n' ? 1 : 0;
        }
        return feeds;
    }

    private static long lineFeeds(byte[] bytes, int at) {
        return zero(at(bytes, at) ^ LINE_FEEDS);
    }

    /** A number that spreads these bytes over all longs. */
    static long hash(byte[] bytes, int from, int to) {
        var hash = (long) to - from;
        var at = from;
        for (; to - at >= Long.BYTES; at += Long.BYTES) {
            hash = (hash ^ at(bytes, at)) * 0x9e3779b97f4a7c15L;
            hash ^= hash >>> 32;
        }
        // Only those of the next eight bytes that belong to the text.
        var rest = at(bytes, at) & (1L << (to - at << 3)) - 1;
        return (hash ^ rest) * 0x9e3779b97f4a7c15L;
    }

    private static long zero(long eight) {
        return eight - ONES & ~eight;
    }

    private static long below(long eight, long limit) {
        return eight - limit & ~eight;
    }
}
