package org.minimis.batch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Takes the bytes that a file should hold, and remembers where it first holds others. */
final class ComparedFile extends OutputStream {

    private final InputStream file;
    private long offset;
    private long line = 1;
    private long differsAt = -1;

    private ComparedFile(InputStream file) {
        this.file = file;
    }

    /** Where the file differs from what {@code body} writes; empty where it does not. */
    static Optional<String> difference(Path path, WholeFile.Body body) throws IOException {
        try (var compared = new ComparedFile(new BufferedInputStream(Files.newInputStream(path), 1 << 16))) {
            body.write(compared);
            if (compared.differsAt < 0 && compared.file.read() >= 0) {
                compared.differsAt = compared.offset;
            }
            return compared.differsAt < 0
                    ? Optional.empty()
                    : Optional.of("byte %d, on line %d, is not what is recomputed"
                            .formatted(compared.differsAt + 1, compared.line));
        }
    }

    @Override
    public void write(int expected) throws IOException {
        if (differsAt >= 0) {
            return;
        }
        var found = file.read();
        if (found != (expected & 0xff)) {
            differsAt = offset;
            return;
        }
        offset++;
        if (found == '\n') {
            line++;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
