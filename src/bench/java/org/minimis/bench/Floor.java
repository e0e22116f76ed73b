package org.minimis.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What no program of this kind can be faster than: the bytes are read, lines found, JSON taken apart into tokens, and as many
 * bytes as a small declaration has are written for each. Nothing is done with what was read.
 */
final class Floor {

    private static final int DECLARATION_BYTES = 500;
    private static final int BUFFER = 1 << 20;

    private final Path manifest;
    private final JsonFactory json = new JsonFactory();
    private final byte[] declaration = new byte[DECLARATION_BYTES];

    private Floor(Path manifest) {
        this.manifest = manifest;
        Arrays.fill(declaration, (byte) 'x');
        declaration[DECLARATION_BYTES - 1] = '\n';
    }

    /** Arguments: the manifest, the folder of the output, threads. */
    public static void main(String[] args) throws Exception {
        var floor = new Floor(Path.of(args[0]));
        var threads = Integer.parseInt(args[2]);
        var size = Files.size(floor.manifest);
        var workers = Executors.newFixedThreadPool(threads);
        var parts = new ArrayList<Future<Long>>();
        for (var i = 0; i < threads; i++) {
            var from = size * i / threads;
            var to = size * (i + 1) / threads;
            var out = Path.of(args[1]).resolve("floor-" + i);
            parts.add(workers.submit(() -> floor.part(from, to, out)));
        }
        var lines = 0L;
        for (var part : parts) {
            lines += part.get();
        }
        workers.shutdown();
        System.out.println(lines);
    }

    /** The lines that begin in {@code [from, to)}. */
    private long part(long from, long to, Path file) throws IOException {
        try (var channel = FileChannel.open(manifest);
                var in = Channels.newInputStream(channel.position(Math.max(0, from - 1)));
                var out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
            var lines = new Lines(in, Math.max(0, from - 1));
            if (from > 0) {
                lines.next();
            }
            var count = 0L;
            while (lines.at < to && lines.next()) {
                tokens(lines, out);
                count++;
            }
            return count;
        }
    }

    private void tokens(Lines lines, OutputStream out) throws IOException {
        try (var parser = json.createParser(ObjectReadContext.empty(), lines.buffer, lines.start, lines.length)) {
            while (parser.nextToken() != null) {
                // Nothing is done with it.
            }
        }
        out.write(declaration);
    }

    /** Lines of a stream, each whole in the buffer. */
    private static final class Lines {

        private final InputStream in;
        private byte[] buffer = new byte[BUFFER];
        private int end;
        private int start;
        private int length;
        private int next;
        private long at;

        Lines(InputStream in, long at) {
            this.in = in;
            this.at = at;
        }

        boolean next() throws IOException {
            start = next;
            var look = start;
            while (true) {
                while (look < end && buffer[look] != '\n') {
                    look++;
                }
                if (look < end) {
                    length = look - start;
                    next = look + 1;
                    at += next - start;
                    return true;
                }
                look -= start;
                if (!fill()) {
                    return false;
                }
            }
        }

        private boolean fill() throws IOException {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            next -= start;
            start = 0;
            if (end == buffer.length) {
                buffer = Arrays.copyOf(buffer, 2 * buffer.length);
            }
            var read = in.read(buffer, end, buffer.length - end);
            end += Math.max(0, read);
            return read > 0;
        }
    }
}
