package org.minimis.manifest;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Looks for JSON lines of some countries of destination by their bytes alone: it steps from one possible place of the key to
 * the next and parses nothing.
 */
final class DestinationLines {

    private static final byte[] KEY = "\"destinationCountry\"".getBytes(StandardCharsets.US_ASCII);
    /** How far the key may be moved on where the byte under its end is this one. */
    private static final int[] SHIFT = shifts();

    private static final int BUFFER = 1 << 18;
    /** Bytes that are looked at behind a key: a colon, white space and the code. */
    private static final int BEHIND = 32;
    /** Two stretches that lie closer are read as one. */
    private static final int GAP = 1 << 16;

    private final Path file;
    private final Slice slice;
    private final boolean[] wanted = new boolean[1 << 16];

    DestinationLines(Path file, Slice slice, Set<String> countries) {
        this.file = file;
        this.slice = slice;
        for (var country : countries) {
            wanted[country.charAt(0) << 8 | country.charAt(1)] = true;
        }
    }

    private static int[] shifts() {
        var shifts = new int[256];
        Arrays.fill(shifts, KEY.length);
        for (var i = 0; i < KEY.length - 1; i++) {
            shifts[KEY[i]] = KEY.length - 1 - i;
        }
        return shifts;
    }

    /** Gives a file piece by piece; a piece may begin with the end of the one before. */
    private final class Pieces implements Closeable {

        private final FileChannel channel;
        private final byte[] bytes = new byte[BUFFER];
        private long offset = slice.start();
        private int length;

        Pieces() throws IOException {
            channel = FileChannel.open(file, StandardOpenOption.READ);
        }

        /** @param keep how many of the last bytes come again */
        boolean next(int keep) throws IOException {
            var kept = Math.min(keep, length);
            System.arraycopy(bytes, length - kept, bytes, 0, kept);
            offset += length - kept;
            length = kept;
            var room = Math.min(bytes.length, slice.end() - offset);
            while (length < room) {
                var read = channel.read(ByteBuffer.wrap(bytes, length, (int) room - length), offset + length);
                if (read < 0) {
                    break;
                }
                length += read;
            }
            return length > kept;
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    List<Slice> stretches() throws IOException {
        var found = keys();
        return found.length == 0 ? List.of() : lines(found);
    }

    /** The offsets of the keys behind which a wanted country stands, or something that is no country. */
    private long[] keys() throws IOException {
        var found = java.util.stream.LongStream.builder();
        try (var pieces = new Pieces()) {
            var keep = 0;
            while (pieces.next(keep)) {
                var isLast = pieces.offset + pieces.length >= slice.end();
                var end = isLast ? pieces.length : pieces.length - BEHIND;
                var at = KEY.length - 1;
                while (at < end) {
                    if (isKey(pieces.bytes, at) && isWanted(pieces.bytes, at + 1, pieces.length)) {
                        found.add(pieces.offset + at);
                    }
                    at += SHIFT[pieces.bytes[at] & 0xff];
                }
                keep = isLast ? 0 : pieces.length - (at - (KEY.length - 1));
            }
        }
        return found.build().toArray();
    }

    private static boolean isKey(byte[] bytes, int end) {
        for (int i = end, j = KEY.length - 1; j >= 0; i--, j--) {
            if (bytes[i] != KEY[j]) {
                return false;
            }
        }
        return true;
    }

    private boolean isWanted(byte[] bytes, int from, int limit) {
        var to = Math.min(limit, from + BEHIND);
        var at = blanks(bytes, from, to);
        if (at < to && bytes[at] == ':') {
            at = blanks(bytes, at + 1, to);
            if (at + 3 < to && bytes[at] == '"' && bytes[at + 3] == '"') {
                return wanted[(bytes[at + 1] & 0xdf) << 8 | bytes[at + 2] & 0xdf];
            }
        }
        return true;
    }

    private static int blanks(byte[] bytes, int from, int to) {
        var at = from;
        while (at < to && (bytes[at] == ' ' || bytes[at] == '\t')) {
            at++;
        }
        return at;
    }

    /** The lines on which those keys stand, neighbours in one stretch. */
    private List<Slice> lines(long[] found) throws IOException {
        var stretches = new ArrayList<Slice>();
        var next = 0;
        var lineStart = slice.start();
        var line = slice.firstLine();
        try (var pieces = new Pieces()) {
            while (next < found.length && pieces.next(0)) {
                for (var i = 0; i < pieces.length; i++) {
                    if (pieces.bytes[i] != '\n') {
                        continue;
                    }
                    var end = pieces.offset + i + 1;
                    next = take(stretches, found, next, lineStart, end, line);
                    lineStart = end;
                    line++;
                }
            }
        }
        take(stretches, found, next, lineStart, slice.end(), line);
        return stretches;
    }

    private int take(List<Slice> stretches, long[] found, int from, long start, long end, long line) {
        var next = from;
        while (next < found.length && found[next] < end) {
            next++;
        }
        if (next > from) {
            var last = stretches.isEmpty() ? null : stretches.get(stretches.size() - 1);
            if (last != null && start - last.end() <= GAP) {
                stretches.set(stretches.size() - 1, new Slice(slice.ordinal(), last.start(), end, last.firstLine()));
            } else {
                stretches.add(new Slice(slice.ordinal(), start, end, line));
            }
        }
        return next;
    }
}
