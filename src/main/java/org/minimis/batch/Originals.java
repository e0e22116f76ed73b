package org.minimis.batch;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.minimis.manifest.ManifestFormat;

/**
 * The rejected records of a manifest as they came, byte for byte, so that a person can mend them and clear them again.
 *
 * <p>They are read a second time: most records are not rejected, and a reader need not keep what it has read.
 */
final class Originals implements Closeable {

    /** A longer one is not kept; the manifest has it. */
    static final int LENGTH_MAX = 4 << 20;

    /** Keeps none. */
    static final Originals NONE = new Originals(null, new byte[0]);

    private static final int STEP = 1 << 12;

    private final @Nullable FileChannel manifest;
    private final byte[] head;

    private Originals(@Nullable FileChannel manifest, byte[] head) {
        this.manifest = manifest;
        this.head = head;
    }

    /** @param firstRecord offset of the manifest's first record: what stands before it in a CSV manifest is its header row */
    static Originals of(Path file, ManifestFormat format, long firstRecord) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            var head = new byte[format == ManifestFormat.CSV ? Math.toIntExact(firstRecord) : 0];
            var originals = new Originals(channel, head);
            originals.read(channel, 0, head, head.length);
            return originals;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** What belongs before the records, so that they are a manifest again; nothing for NDJSON. */
    byte[] head() {
        return head;
    }

    /**
     * Adds one record with its line feed; blank lines before it are no part of it.
     *
     * @return whether it was short enough
     */
    boolean add(long from, long to, Bytes into) throws IOException {
        if (manifest == null) {
            return false;
        }
        var start = behindBlankLines(manifest, from, to);
        if (to - start > LENGTH_MAX) {
            return false;
        }
        var record = new byte[(int) (to - start)];
        read(manifest, start, record, record.length);
        into.write(record, 0, record.length);
        return true;
    }

    private long behindBlankLines(FileChannel channel, long from, long to) throws IOException {
        var start = from;
        var buffer = new byte[STEP];
        for (var at = from; at < to; at += STEP) {
            var length = (int) Math.min(STEP, to - at);
            read(channel, at, buffer, length);
            for (var i = 0; i < length; i++) {
                var b = buffer[i];
                if (b == '\n') {
                    start = at + i + 1;
                } else if (b != ' ' && b != '\t' && b != '\r') {
                    return start;
                }
            }
        }
        return start;
    }

    private void read(FileChannel channel, long from, byte[] into, int length) throws IOException {
        var buffer = ByteBuffer.wrap(into, 0, length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, from + buffer.position()) < 0) {
                throw new IOException("it has changed since it was received");
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (manifest != null) {
            manifest.close();
        }
    }
}
