package org.minimis.manifest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts a manifest into slices at consignment boundaries, so that several workers may clear it side by side. */
public final class Slices {

    private Slices() {}

    /**
     * The slices of a manifest, in its order; together they hold all of it. None for a manifest without records.
     *
     * @param uncompressed the manifest's bytes
     * @param sliceBytes a slice ends with the first consignment that makes it this long
     */
    public static List<Slice> of(
            Path uncompressed,
            String shownName,
            ManifestFormat format,
            @Nullable CarrierProfile carrier,
            long sliceBytes)
            throws IOException, ManifestException {
        return of(uncompressed, shownName, format, carrier, sliceBytes, new LineFeeds());
    }

    /**
     * Likewise.
     *
     * @param counted the line feeds of the whole manifest: then a manifest of lines is not read once more
     */
    public static List<Slice> of(
            Path uncompressed,
            String shownName,
            ManifestFormat format,
            @Nullable CarrierProfile carrier,
            long sliceBytes,
            LineFeeds counted)
            throws IOException, ManifestException {
        var size = Files.size(uncompressed);
        var cutter = new Cutter(sliceBytes);
        if (format == ManifestFormat.NDJSON && counted.bytes() == size) {
            new LineSlices(uncompressed, shownName, counted).cut(cutter);
        } else if (format == ManifestFormat.NDJSON) {
            try (var lines = new TextLines(Manifests.text(uncompressed, shownName, new Slice(0, 0, size, 1)), 1)) {
                while (lines.next()) {
                    cutter.record(lines.offset(), lines.line());
                }
            }
        } else {
            var layout = Manifests.layout(uncompressed, shownName, carrier);
            try (var groups = Manifests.groups(uncompressed, layout, new Slice(0, 0, size, 1))) {
                while (groups.next()) {
                    cutter.record(groups.offset(), groups.line());
                }
            }
        }
        return cutter.finish(size);
    }

    /**
     * The number of the line that begins at {@code offset}, for a reader that goes on where another stopped.
     *
     * @param slice a slice that holds the offset
     */
    public static long lineAt(Path uncompressed, Slice slice, long offset) throws IOException {
        var line = slice.firstLine();
        try (var in = Files.newByteChannel(uncompressed)) {
            in.position(slice.start());
            var buffer = java.nio.ByteBuffer.allocate(1 << 16);
            for (var left = offset - slice.start(); left > 0; ) {
                buffer.clear().limit((int) Math.min(left, buffer.capacity()));
                var read = in.read(buffer);
                if (read < 0) {
                    throw new IOException("the manifest ends before offset " + offset);
                }
                for (var i = 0; i < read; i++) {
                    line += buffer.get(i) == '\n' ? 1 : 0;
                }
                left -= read;
            }
        }
        return line;
    }

    /** Takes records in their order, all of them or at least the first one that each slice may begin with. */
    static final class Cutter {

        private final long sliceBytes;
        private final List<Slice> slices = new ArrayList<>();
        private long start = -1;
        private long firstLine;

        Cutter(long sliceBytes) {
            this.sliceBytes = sliceBytes;
        }

        void record(long offset, long line) {
            if (start < 0) {
                start = offset;
                firstLine = line;
            } else if (offset - start >= sliceBytes) {
                slices.add(new Slice(slices.size(), start, offset, firstLine));
                start = offset;
                firstLine = line;
            }
        }

        /** A record from here on begins the next slice. */
        long nextCut() {
            return Math.min(start, Long.MAX_VALUE - sliceBytes) + sliceBytes;
        }

        List<Slice> finish(long size) {
            if (start >= 0) {
                slices.add(new Slice(slices.size(), start, size, firstLine));
            }
            return List.copyOf(slices);
        }
    }
}
