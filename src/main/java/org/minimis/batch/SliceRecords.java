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
 * The records of a slice that its journal does not hold yet. Where to begin the journal says, whatever the job repository
 * remembers.
 */
final class SliceRecords implements ItemReader<Numbered>, Closeable {

    private static final int BUFFER = 1 << 16;

    private static final ManifestReader NOTHING = new ManifestReader() {
        @Override
        public @Nullable ManifestRecord next() {
            return null;
        }

        @Override
        public void close() {}
    };

    private final ManifestReader reader;
    private final Taken taken;
    private final Companions companions;
    private long place;
    private boolean atEnd;

    SliceRecords(
            Clearing clearing,
            Plan.Manifest manifest,
            SliceInfo slice,
            SliceJournal journal,
            Taken taken,
            Companions companions)
            throws IOException {
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

    /** Spring Batch may call again behind the end. */
    @Override
    public @Nullable Numbered read() throws IOException {
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
