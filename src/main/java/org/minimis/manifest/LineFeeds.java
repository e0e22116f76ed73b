package org.minimis.manifest;

import java.util.Arrays;

/**
 * How many line feeds stand before each mebibyte of a manifest, counted while the manifest is read for another reason. So it
 * can be cut into slices that know their first line without being read again.
 */
public final class LineFeeds {

    private static final int BLOCK_BITS = 20;
    private static final int BLOCK = 1 << BLOCK_BITS;

    private long[] before = new long[16];
    private long bytes;
    private long feeds;

    /** Counts on; the bytes follow those that were counted last. */
    public void add(byte[] more, int from, int length) {
        var at = from;
        while (at < from + length) {
            var inBlock = (int) (bytes & BLOCK - 1);
            if (inBlock == 0) {
                note();
            }
            var to = Math.min(from + length, at + BLOCK - inBlock);
            feeds += EightBytes.lineFeeds(more, at, to);
            bytes += to - at;
            at = to;
        }
    }

    private void note() {
        var block = (int) (bytes >>> BLOCK_BITS);
        if (block == before.length) {
            before = Arrays.copyOf(before, 2 * block);
        }
        before[block] = feeds;
    }

    /** How many bytes have been counted. */
    long bytes() {
        return bytes;
    }

    /** Where the block begins that holds {@code offset}. */
    static long blockOf(long offset) {
        return offset & -BLOCK;
    }

    /** How many line feeds stand before {@code block}, which is a beginning of one. */
    long before(long block) {
        return before[(int) (block >>> BLOCK_BITS)];
    }
}
