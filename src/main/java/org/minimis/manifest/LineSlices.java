package org.minimis.manifest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;

/** Finds the first line behind a place of a manifest without reading what comes before it. */
final class LineSlices {

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final String shownName;
    private final LineFeeds counted;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER + EightBytes.SLACK);

    LineSlices(Path file, String shownName, LineFeeds counted) {
        this.file = file;
        this.shownName = shownName;
        this.counted = counted;
    }

    /** Gives {@code cutter} the first record and then the first one behind each slice. */
    void cut(Slices.Cutter cutter) throws IOException, ManifestException {
        for (var at = OptionalLong.of(0); at.isPresent(); at = lineFrom(cutter.nextCut())) {
            if (at.getAsLong() >= counted.bytes()) {
                return;
            }
            var rest = new Slice(0, at.getAsLong(), counted.bytes(), 1 + feedsBefore(at.getAsLong()));
            try (var lines = new TextLines(Manifests.text(file, shownName, rest), rest.firstLine())) {
                if (!lines.next()) {
                    return;
                }
                cutter.record(lines.offset(), lines.line());
            }
        }
    }

    /** The first beginning of a line at {@code from} or behind it, if there is one. */
    private OptionalLong lineFrom(long from) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            for (var at = from - 1; at < counted.bytes(); at += buffer.limit()) {
                var length = read(channel, at, counted.bytes());
                var feed = EightBytes.lineFeed(buffer.array(), 0, length);
                if (feed < length) {
                    return OptionalLong.of(at + feed + 1);
                }
            }
        }
        return OptionalLong.empty();
    }

    private long feedsBefore(long offset) throws IOException {
        var block = LineFeeds.blockOf(offset);
        var feeds = offset == 0 ? 0 : counted.before(block);
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            for (var at = block; at < offset; at += buffer.limit()) {
                feeds += EightBytes.lineFeeds(buffer.array(), 0, read(channel, at, offset));
            }
        }
        return feeds;
    }

    private int read(FileChannel channel, long at, long to) throws IOException {
        buffer.clear().limit((int) Math.min(BUFFER, to - at));
        if (channel.read(buffer, at) <= 0) {
            throw new IOException("it has changed while it was received");
        }
        buffer.flip();
        return buffer.limit();
    }
}
