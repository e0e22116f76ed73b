package org.minimis.batch;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.minimis.ledger.FailPoints;
import org.minimis.ledger.PrivateFiles;

/** A file while it is written, under another name. What cannot be written throws {@link ClearException}. */
final class UnnamedFile implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    /** Bytes after which the disk gets to work. */
    private static final int FORCED = 1 << 25;

    private final Path file;
    private final Path part;
    private final FileChannel channel;
    private final Forcing forcing;
    private final MessageDigest digest = WholeFile.sha256();
    private final OutputStream out;

    private UnnamedFile(Path file, Path part) throws IOException {
        this.file = file;
        this.part = part;
        channel = PrivateFiles.overwrite(part);
        forcing = new Forcing(channel);
        out = new BufferedOutputStream(new DigestOutputStream(forced(channel, forcing), digest), BUFFER);
    }

    /** @param file as it will be called */
    static UnnamedFile open(Path file) {
        try {
            return new UnnamedFile(file, file.resolveSibling("." + file.getFileName() + ".part"));
        } catch (IOException e) {
            throw WholeFile.unwritten(file, e);
        }
    }

    /** Has what is written to a large file forced to the disk as it grows. */
    private static OutputStream forced(FileChannel channel, Forcing forcing) {
        return new FilterOutputStream(Channels.newOutputStream(channel)) {
            private long next = FORCED;

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
                if (channel.position() >= next) {
                    next = channel.position() + FORCED;
                    forcing.beginAnew();
                }
            }
        };
    }

    /** Where its bytes go; what is thrown there, {@link #write} explains. */
    OutputStream out() {
        return out;
    }

    /** Adds to it. */
    void write(WholeFile.Body body) {
        try {
            body.write(out);
        } catch (IOException e) {
            throw WholeFile.unwritten(file, e);
        }
    }

    /** Returns when all of it is on the disk. */
    WholeFile.Prepared prepared() {
        try (channel) {
            try {
                out.flush();
            } finally {
                forcing.await();
            }
            FailPoints.file(file);
            channel.force(true);
            return new WholeFile.Prepared(part, file, HexFormat.of().formatHex(digest.digest()), channel.size());
        } catch (IOException e) {
            throw WholeFile.unwritten(file, e);
        }
    }

    /** Writes no more. */
    @Override
    public void close() {
        try (channel) {
            forcing.await();
        } catch (IOException e) {
            // Whoever needed it whole has been told.
        }
    }

    /** Likewise, and takes it away. */
    void remove() {
        close();
        WholeFile.discard(part);
    }
}
