package org.minimis.batch;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minimis.ledger.AccountSum;
import org.minimis.ledger.AccountSums;
import org.minimis.ledger.FailPoints;
import org.minimis.ledger.PrivateFiles;

/**
 * The journal of one slice: the truth of what became of its records. It only grows, frame by frame, each on the disk before
 * the next is written. A frame that a crash tore is cut off when the journal is opened again.
 */
final class SliceJournal implements Closeable {

    private final Path file;
    private final FileChannel channel;
    private final Forcing forcing;
    private final FrameCodec codec = new FrameCodec();
    private final AccountSums sums = new AccountSums();
    private Counts counts = Counts.NONE;
    private @Nullable Frame last;

    private SliceJournal(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
        this.forcing = new Forcing(channel);
    }

    /** Opens the journal to go on with it, and makes it where there is none. */
    static SliceJournal open(Path file) throws IOException {
        var isNew = !Files.exists(file);
        var channel =
                PrivateFiles.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        var journal = new SliceJournal(file, channel);
        try {
            if (isNew) {
                PrivateFiles.sync(file.toAbsolutePath().getParent());
            }
            journal.recover();
            return journal;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private void recover() throws IOException {
        var reader = JournalReader.tolerant(file);
        try (reader) {
            for (var frame = reader.next(); frame != null; frame = reader.next()) {
                remember(frame);
            }
        }
        if (reader.position() < channel.size()) {
            channel.truncate(reader.position());
            channel.force(true);
        }
        channel.position(reader.position());
    }

    private void remember(Frame frame) {
        last = frame.withoutSections();
        if (!frame.end()) {
            counts = counts.plus(frame.counts());
            sums.addAll(frame.sums());
        }
    }

    /** Where the journal stands: the last frame that is whole. */
    Optional<Frame> lastWholeFrame() {
        return Optional.ofNullable(last);
    }

    /** Has the slice been cleared to its end? */
    boolean isFinished() {
        return last != null && last.end();
    }

    /** What became of all records so far. */
    Counts counts() {
        return counts;
    }

    /** What they owe. */
    List<AccountSum> sums() {
        return sums.list();
    }

    /** Adds a frame, once the one before it is on the disk. Whatever it was made of may be used again. */
    void append(Frame frame) throws IOException {
        if (isFinished()) {
            throw new IllegalStateException(file.getFileName() + " is finished, nothing can be added");
        }
        FailPoints.file(file);
        var bytes = codec.encode(frame);
        forcing.await();
        var last = bytes[bytes.length - 1];
        while (last.hasRemaining() || bytes[0].hasRemaining()) {
            channel.write(bytes);
        }
        FailPoints.file(file);
        forcing.begin();
        remember(frame);
    }

    /** Marks the slice as cleared to its end, and returns when all of it is on the disk. */
    void finish(long end) throws IOException {
        append(Frame.end(end, last == null ? 0 : last.line(), counts, sums.list()));
        forcing.await();
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            forcing.await();
        }
    }
}
