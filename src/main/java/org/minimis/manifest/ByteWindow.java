package org.minimis.manifest;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The stretch of a manifest that is held in memory: from the start of the current record to what was read last. It grows
 * to a little over one record and no further.
 */
final class ByteWindow implements Closeable {

    /** No record is longer; what is longer is passed over unread. */
    static final int RECORD_MAX = 1 << 20;

    private static final int READ = 1 << 16;

    private final InputStream in;
    private byte[] bytes = new byte[2 * READ + EightBytes.SLACK];
    private int start;
    private int limit;
    private long offset;
    private long left;

    /** @param length how many bytes of {@code in} belong to the slice */
    ByteWindow(InputStream in, long offset, long length) {
        this.in = in;
        this.offset = offset;
        this.left = length;
    }

    /** Behind the last byte that was read there stands a line feed, so that no search runs past it. */
    byte[] bytes() {
        return bytes;
    }

    /** Where the current record begins in {@link #bytes()}. */
    int start() {
        return start;
    }

    /** How many bytes are there from {@link #start()} on. */
    int available() {
        return limit - start;
    }

    /** The offset in the manifest of {@link #start()}. */
    long offset() {
        return offset;
    }

    /** Is there a byte at {@code index}, counted from the start of the record? Reads on if need be. */
    boolean has(int index) throws IOException {
        while (start + index >= limit) {
            if (!more()) {
                return false;
            }
        }
        return true;
    }

    /** The byte at {@code index}, which {@link #has} has found. */
    byte at(int index) {
        return bytes[start + index];
    }

    /** Does the current record reach the limit of a record? */
    boolean isFull() {
        return available() > RECORD_MAX;
    }

    /** Goes on behind the first {@code length} bytes. */
    void take(int length) {
        start += length;
        offset += length;
    }

    /** The index of the next line feed, or -1 when none comes before the end or the limit of a record. */
    int lineFeed(int from) throws IOException {
        var i = from;
        while (has(i)) {
            var at = EightBytes.lineFeed(bytes, start + i, limit);
            if (at < limit) {
                return at - start;
            }
            i = available();
        }
        return -1;
    }

    /** The first line feed or that other byte from {@code from} on, or how many bytes are there. */
    int lineFeedOr(long eightTimes, int from) {
        return EightBytes.lineFeedOr(eightTimes, bytes, start + from, limit) - start;
    }

    private boolean more() throws IOException {
        if (left == 0 || isFull()) {
            return false;
        }
        makeRoom();
        bytes[limit] = '\n';
        var read = in.read(bytes, limit, (int) Math.min(room(), left));
        if (read < 0) {
            left = 0;
            return false;
        }
        limit += read;
        left -= read;
        bytes[limit] = '\n';
        return true;
    }

    private int room() {
        return bytes.length - EightBytes.SLACK - limit;
    }

    private void makeRoom() {
        if (room() >= READ) {
            return;
        }
        System.arraycopy(bytes, start, bytes, 0, limit - start);
        limit -= start;
        start = 0;
        if (room() < READ) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
