package org.minimis.batch;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.minimis.ledger.AccountSums;

/** Reads a slice's journal frame by frame, each with its checksum. */
final class JournalReader implements Closeable {

    private final Path file;
    private final FileChannel channel;
    private final long size;
    private final boolean tolerant;
    private final AccountSums sums = new AccountSums();
    private Counts counts = Counts.NONE;
    private boolean finished;
    private long position;

    private JournalReader(Path file, boolean tolerant) throws IOException {
        this.file = file;
        this.tolerant = tolerant;
        channel = FileChannel.open(file, StandardOpenOption.READ);
        size = channel.size();
    }

    /** Reads a finished journal; one that is not finished throws {@link IOException}, a damaged one {@link ClearException}. */
    static JournalReader strict(Path file) throws IOException {
        return new JournalReader(file, false);
    }

    /** Reads up to the last whole frame; what a crash tore behind it is passed over. */
    static JournalReader tolerant(Path file) throws IOException {
        return new JournalReader(file, true);
    }

    /** The frame that closes a finished journal; the frames before it are passed over unread. */
    static Frame last(Path file) throws IOException {
        try (var reader = strict(file)) {
            var length = reader.contentLength();
            var behind = FrameCodec.HEADER + FrameCodec.TRAILER + (long) length;
            while (length >= 0 && reader.position + behind < reader.size) {
                reader.position += behind;
                length = reader.contentLength();
                behind = FrameCodec.HEADER + FrameCodec.TRAILER + (long) length;
            }
            var frame = length < 0 ? null : reader.read(length);
            if (frame == null || !frame.end()) {
                throw reader.unfinished();
            }
            return frame;
        }
    }

    /** Behind the last frame that was read. */
    long position() {
        return position;
    }

    /** What became of the records of the frames read so far. */
    Counts counts() {
        return counts;
    }

    /** What they owe. */
    AccountSums sums() {
        return sums;
    }

    /** The next frame, the closing one too; null behind the last. */
    @Nullable
    Frame next() throws IOException {
        if (position == size) {
            if (!finished && !tolerant) {
                throw unfinished();
            }
            return null;
        }
        var length = contentLength();
        var frame = length < 0 ? null : read(length);
        if (frame == null) {
            return torn(length);
        }
        if (finished) {
            throw damaged("something stands behind its end; restore the file");
        }
        check(frame);
        position += FrameCodec.HEADER + FrameCodec.TRAILER + length;
        return frame;
    }

    /** Length of the next frame's content; -1 where the file ends before it does or no frame starts here. */
    private int contentLength() throws IOException {
        if (size - position < FrameCodec.HEADER) {
            return -1;
        }
        return FrameCodec.contentLength(fill(FrameCodec.HEADER));
    }

    private @Nullable Frame read(int length) throws IOException {
        var whole = FrameCodec.HEADER + length + FrameCodec.TRAILER;
        return size - position < whole ? null : FrameCodec.decode(fill(whole));
    }

    private ByteBuffer fill(int length) throws IOException {
        var bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, position + bytes.position()) < 0) {
                throw damaged("it became shorter while it was read; find out who changes it");
            }
        }
        return bytes.flip();
    }

    /** A crash tears only the last frame. With another behind it, somebody changed the file. */
    private @Nullable Frame torn(int length) throws IOException {
        var behind = position + FrameCodec.HEADER + length + FrameCodec.TRAILER;
        if (length >= 0 && startsFrame(behind)) {
            throw damaged("the frame at byte %d is damaged; restore the file, or move it away and rerun the batch"
                    .formatted(position));
        }
        if (!tolerant) {
            throw unfinished();
        }
        return null;
    }

    private boolean startsFrame(long offset) throws IOException {
        var before = position;
        position = Math.min(offset, size);
        var starts = contentLength() >= 0;
        position = before;
        return starts;
    }

    private void check(Frame frame) {
        if (!frame.end()) {
            counts = counts.plus(frame.counts());
            sums.addAll(frame.sums());
            return;
        }
        finished = true;
        if (!frame.counts().equals(counts) || !frame.sums().equals(sums.list())) {
            throw damaged("its last frame does not agree with those before it; restore the file");
        }
    }

    private IOException unfinished() {
        return new IOException("%s ends before its slice does".formatted(file.getFileName()));
    }

    private ClearException damaged(String what) {
        return ClearException.outOfBalance(file.getFileName() + ": " + what);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
