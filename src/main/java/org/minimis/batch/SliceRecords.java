package org.minimis.batch;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minimis.manifest.ManifestReader;
import org.minimis.manifest.ManifestRecord;
import org.springframework.batch.infrastructure.item.ItemReader;

/**
 * The records of a slice that its journal does not hold yet, a portion for each frame. Where to begin the journal says,
 * whatever the job repository remembers.
 *
 * <p>The item of Spring Batch is the portion, not the record: what it does for each item takes longer than reading a record.
 */
final class SliceRecords implements ItemReader<SliceRecords.Portion>, Closeable {

    private static final int BUFFER = 1 << 16;

    private static final ManifestReader NOTHING = new ManifestReader() {
        @Override
        public @Nullable ManifestRecord next() {
            return null;
        }

        @Override
        public void close() {}
    };

    /** The next records of the slice, each read when it is asked for, so that it is cleared while the caches hold it. */
    final class Portion {

        private @Nullable Numbered first;
        private int left;

        private Portion(Numbered first) {
            this.first = first;
            left = records - 1;
        }

        /** The next record, or null behind the last of the portion. */
        @Nullable
        Numbered next() throws IOException {
            var record = first;
            first = null;
            return record == null && left-- > 0 ? one() : record;
        }
    }

    private final ManifestReader reader;
    private final Taken taken;
    private final Companions companions;
    private final int records;
    private long place;
    private boolean atEnd;

    /** @param records in a portion, at most */
    SliceRecords(
            Clearing clearing,
            Plan.Manifest manifest,
            SliceInfo slice,
            SliceJournal journal,
            Taken taken,
            Companions companions,
            int records)
            throws IOException {
        this.records = records;
        this.taken = taken;
        this.companions = companions;
        place = journal.counts().records();
        reader = journal.isFinished() ? NOTHING : open(clearing, manifest, slice, journal.lastWholeFrame());
    }

    private static ManifestReader open(Clearing clearing, Plan.Manifest manifest, SliceInfo slice, Optional<Frame> last)
            throws IOException {
        if (Files.size(slice.file()) != manifest.bytes()) {
            throw new IOException("it has changed since it was received");
        }
        return clearing.open(last.isEmpty() ? slice : rest(slice, last.get().offset()));
    }

    private static SliceInfo rest(SliceInfo slice, long offset) throws IOException {
        return slice.rest(offset, slice.line() + lineFeeds(slice, offset));
    }

    private static long lineFeeds(SliceInfo slice, long to) throws IOException {
        var count = 0L;
        var buffer = ByteBuffer.allocate(BUFFER);
        try (var channel = FileChannel.open(slice.file(), StandardOpenOption.READ)) {
            for (var at = slice.from(); at < to; at += buffer.limit()) {
                buffer.clear().limit((int) Math.min(BUFFER, to - at));
                if (channel.read(buffer, at) <= 0) {
                    throw new IOException("it has changed since it was received");
                }
                buffer.flip();
                for (var i = 0; i < buffer.limit(); i++) {
                    count += buffer.get(i) == '\n' ? 1 : 0;
                }
            }
        }
        return count;
    }

    @Override
    public @Nullable Portion read() throws IOException {
        var first = one();
        return first == null ? null : new Portion(first);
    }

    /** May be called again behind the end. */
    private @Nullable Numbered one() throws IOException {
        if (atEnd) {
            return null;
        }
        var read = reader.next();
        if (read == null) {
            atEnd = true;
            return null;
        }
        var line = read.source().line();
        return new Numbered(place++, taken.by(line), companions.at(line), read);
    }

    /** Has the last record been read? A step that was interrupted ends as completed without it. */
    boolean isAtEnd() {
        return atEnd;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
