package org.minimis.batch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.minimis.ledger.FailPoints;
import org.minimis.ledger.PrivateFiles;

/** Files that are there whole or not at all: written under another name, forced to the disk, then given their own. */
final class WholeFile {

    private static final int BUFFER = 1 << 16;

    private WholeFile() {}

    /**
     * A file that is written but has not got its name yet.
     *
     * @param digest SHA-256 in hexadecimal digits
     */
    record Prepared(Path part, Path file, String digest, long bytes) {}

    /** Writes the bytes of a file. */
    @FunctionalInterface
    interface Body {
        void write(OutputStream out) throws IOException;
    }

    /** @throws ClearException when it cannot be written */
    static Prepared prepare(Path file, Body body) {
        try (var unnamed = UnnamedFile.open(file)) {
            unnamed.write(body);
            return unnamed.prepared();
        }
    }

    static ClearException unwritten(Path file, IOException e) {
        var said = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return ClearException.outOfReach(
                "%s: it cannot be written (%s); check the disk, then rerun".formatted(file, said), e);
    }

    /**
     * Gives a prepared file its name. One of that name stays, and must hold the same.
     *
     * @throws ClearException when it holds something else
     */
    static void publish(Prepared prepared) {
        try {
            publishOnce(prepared);
        } catch (IOException e) {
            throw unwritten(prepared.file(), e);
        }
    }

    private static void publishOnce(Prepared prepared) throws IOException {
        try {
            link(prepared);
        } catch (FileAlreadyExistsException e) {
            if (!digest(prepared.file()).equals(prepared.digest())) {
                throw ClearException.outOfBalance(
                        "%s: it was published with other bytes; move it away and find out who changed it"
                                .formatted(prepared.file()));
            }
        }
        Files.deleteIfExists(prepared.part());
        PrivateFiles.sync(prepared.file().toAbsolutePath().getParent());
    }

    private static void link(Prepared prepared) throws IOException {
        FailPoints.file(prepared.file());
        try {
            Files.createLink(prepared.file(), prepared.part());
        } catch (UnsupportedOperationException e) {
            // This file system knows no links: a move refuses, too, what is already there.
            Files.move(prepared.part(), prepared.file());
        }
    }

    /** Takes away what has not got its name. */
    static void discard(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // A rerun writes over it.
        }
    }

    /** Gives a prepared file its name in place of whatever had it. */
    static void replace(Prepared prepared) {
        try {
            FailPoints.file(prepared.file());
            Files.move(
                    prepared.part(),
                    prepared.file(),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            PrivateFiles.sync(prepared.file().toAbsolutePath().getParent());
        } catch (IOException e) {
            throw unwritten(prepared.file(), e);
        }
    }

    static void replace(Path file, byte[] bytes) {
        replace(prepare(file, out -> out.write(bytes)));
    }

    static String digest(Path file) throws IOException {
        var digest = sha256();
        try (var in = Files.newInputStream(file)) {
            var buffer = new byte[BUFFER];
            for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }
}
