package org.minimis.manifest;

/**
 * A stretch of one manifest that one worker clears: it begins and ends where a consignment does.
 *
 * @param ordinal place among the manifest's slices, from 0
 * @param start offset of its first byte in the uncompressed manifest
 * @param end offset behind its last byte
 * @param firstLine the line that begins at {@code start}, from 1
 */
public record Slice(int ordinal, long start, long end, long firstLine) {

    public Slice {
        if (ordinal < 0 || start < 0 || end < start || firstLine < 1) {
            throw new IllegalArgumentException(
                    "slice %d from %d to %d, line %d is none".formatted(ordinal, start, end, firstLine));
        }
    }

    /** What is left of this slice behind {@code offset}, where a record begins on {@code line}. */
    public Slice from(long offset, long line) {
        return new Slice(ordinal, offset, end, line);
    }
}
