package org.minimis.declaration;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds the texts that can be copied as they are: printable ASCII without a character that XML, JSON or CSV write in another
 * way. A question mark is none of them, for it may stand for half a character, nor is an equals sign, which costs nothing but a
 * second look. Most texts of a manifest are such, and eight of their bytes are looked at at a time.
 */
final class PlainText {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHEST = 0x8080808080808080L;
    private static final long BLANKS = ' ' * ONES;
    private static final long BACKSLASHES = '\\' * ONES;

    /** Without the bit in which a quotation mark and an ampersand differ. */
    private static final long QUOTES = '"' * ONES;

    private static final long BUT_FOUR = ~(4 * ONES);

    /** Without the two bits in which these differ: less, equals, more, question mark. */
    private static final long LESS = '<' * ONES;

    private static final long BUT_THREE = ~(3 * ONES);

    private PlainText() {}

    /** Can it be copied? Where not, its characters want a look. */
    static boolean is(byte[] text) {
        if (text.length < Long.BYTES) {
            return isShort(text);
        }
        var last = text.length - Long.BYTES;
        for (var at = 0; at < last; at += Long.BYTES) {
            if (marks((long) LONGS.get(text, at)) != 0) {
                return false;
            }
        }
        return marks((long) LONGS.get(text, last)) == 0;
    }

    private static boolean isShort(byte[] text) {
        var eight = BLANKS;
        for (var b : text) {
            eight = eight << Byte.SIZE | b & 0xff;
        }
        return marks(eight) == 0;
    }

    /** Zero when none of the eight is special. Deleted (0x7f) and all behind it get their highest bit by adding one. */
    private static long marks(long eight) {
        var special = eight | eight + ONES | eight - BLANKS & ~eight;
        return (special | zero(eight & BUT_FOUR ^ QUOTES) | zero(eight & BUT_THREE ^ LESS) | zero(eight ^ BACKSLASHES))
                & HIGHEST;
    }

    /** Marks the bytes that are zero, and perhaps one above a marked one. */
    private static long zero(long eight) {
        return eight - ONES & ~eight;
    }
}
