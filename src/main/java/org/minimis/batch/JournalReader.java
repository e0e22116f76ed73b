package org.minimis.batch;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.minimis.ledger.AccountSums;

/** Reads a slice's journal frame by frame, each with its checksum. */
final class JournalReader implements Closeable {

    private final Path file;
    private final FileChannel channel;
    private final long size;
    private final boolean tolerant;
    private final Predicate<String> wanted;
    private final AccountSums sums = new AccountSums();
    private Counts counts = Counts.NONE;
    private boolean finished;
    private long position;

    private ByteBuffer buffer = ByteBuffer.allocate(0);

    private JournalReader(Path file, boolean tolerant, Predicate<String> wanted) throws IOException {
        this.file = file;
        this.tolerant = tolerant;
        this.wanted = wanted;
        channel = FileChannel.open(file, StandardOpenOption.READ);
        size = channel.size();
    }

    /**
     * Reads a finished journal; one that is not finished throws {@link IOException}, a damaged one {@link ClearException}.
     *
     * @param wanted the sections that are read; all where none is named
     */
    static JournalReader strict(Path file, String... wanted) throws IOException {
        return strict(file, sections(wanted));
    }

    /** @param wanted whether sections of that name are read */
    static JournalReader strict(Path file, Predicate<String> wanted) throws IOException {
        return new JournalReader(file, false, wanted);
    }

    /** Those that are named; all where none is. */
    static Predicate<String> sections(String... names) {
        return names.length == 0 ? name -> true : Set.of(names)::contains;
    }

    /** Reads up to the last whole frame; what a crash tore behind it is passed over. */
    static JournalReader tolerant(Path file) throws IOException {
        return new JournalReader(file, true, sections());
    }

    /** The frame that closes a finished journal; the frames before it are passed over unread. */
    static Frame last(Path file) throws IOException {
        try (var reader = strict(file)) {
            var lengths = reader.lengths();
            while (lengths != null && reader.position + lengths.behind() < reader.size) {
                reader.position += lengths.behind();
                lengths = reader.lengths();
            }
            var frame = lengths == null ? null : reader.read(lengths);
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

    /** The next frame, the closing one too; null behind the last. Its sections are good until the next is read. */
    @Nullable
    Frame next() throws IOException {
        if (position == size) {
            if (!finished && !tolerant) {
                throw unfinished();
            }
            return null;
        }
        var lengths = lengths();
        var frame = lengths == null ? null : read(lengths);
        if (frame == null || lengths == null) {
            return torn(lengths);
        }
        if (finished) {
            throw damaged("something stands behind its end; restore the file");
        }
        check(frame);
        position += lengths.behind();
        return frame;
    }

    /** Those of the next frame; null where the file ends before it does or no frame starts here. */
    private FrameCodec.@Nullable Lengths lengths() throws IOException {
        if (size - position < FrameCodec.HEADER) {
            return null;
        }
        room(FrameCodec.HEADER);
        return FrameCodec.lengths(fill(0, FrameCodec.HEADER, position));
    }

    /** The frame, as far as it is wanted; null where a part of it is torn. */
    private @Nullable Frame read(FrameCodec.Lengths lengths) throws IOException {
        if (size - position < lengths.behind()) {
            return null;
        }
        var before = FrameCodec.HEADER + lengths.head() + FrameCodec.TRAILER;
        room(before);
        var head = FrameCodec.head(fill(0, before, position), lengths);
        return head == null || !readSections(head, position + before) ? null : head.frame();
    }

    private boolean readSections(FrameCodec.Head head, long from) throws IOException {
        room(head.sections().stream()
                .filter(this::isWanted)
                .mapToInt(FrameCodec.Section::length)
                .sum());
        var at = from;
        var filled = 0;
        for (var section : head.sections()) {
            var bytes = isWanted(section) ? fill(filled, section.length(), at) : null;
            var block = section.block(bytes);
            if (block == null) {
                return false;
            }
            head.frame().sections().put(section.name(), block);
            filled += bytes == null ? 0 : section.length();
            at += section.length();
        }
        return true;
    }

    private boolean isWanted(FrameCodec.Section section) {
        return wanted.test(section.name());
    }

    private void room(int length) {
        if (buffer.capacity() < length) {
            buffer = ByteBuffer.allocate(Math.max(length, Math.min(2 * buffer.capacity(), FrameCodec.CONTENT_MAX)));
        }
    }

    /** Fills a part of the buffer from the file. */
    private ByteBuffer fill(int to, int length, long from) throws IOException {
        var bytes = buffer.slice(to, length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, from + bytes.position()) < 0) {
                throw damaged("it became shorter while it was read; find out who changes it");
            }
        }
        return bytes.flip();
    }

    /** A crash tears only the last frame. With another behind it, somebody changed the file. */
    private @Nullable Frame torn(FrameCodec.@Nullable Lengths lengths) throws IOException {
        if (lengths != null && startsFrame(position + lengths.behind())) {
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
        var starts = lengths() != null;
        position = before;
        return starts;
    }

    private void check(Frame frame) {
        if (!frame.end()) {
            add(frame);
            return;
        }
        finished = true;
        if (!frame.counts().equals(counts) || readsSums() && !frame.sums().equals(sums.list())) {
            throw damaged("its last frame does not agree with those before it; restore the file");
        }
    }

    private void add(Frame frame) {
        try {
            counts = counts.plus(frame.counts());
            if (readsSums()) {
                sums.addAll(frame.sums());
            }
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw damaged("its sums outgrow the book; restore the file");
        }
    }

    private boolean readsSums() {
        return wanted.test(Frame.SUMS);
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
