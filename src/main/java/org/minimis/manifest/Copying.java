package org.minimis.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What was copied.
 *
 * @param digest SHA-256 in hexadecimal digits
 */
record Copying(String digest, long bytes) {

    /** Looks after each stretch of a copy whether it may go on. */
    interface Guard {
        void check(long bytes) throws IOException, ManifestException;
    }

    private static final int BUFFER = 1 << 16;

    /** Reads a stream to its end. */
    static Copying digest(InputStream in) throws IOException {
        var digest = sha256();
        var buffer = new byte[BUFFER];
        var bytes = 0L;
        for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            digest.update(buffer, 0, read);
            bytes += read;
        }
        return new Copying(HexFormat.of().formatHex(digest.digest()), bytes);
    }

    /** Copies a stream into a file, which is made anew. */
    static Copying copy(InputStream in, Path file, Guard guard) throws IOException, ManifestException {
        var digest = sha256();
        var buffer = new byte[BUFFER];
        var bytes = 0L;
        try (var out = Files.newOutputStream(file)) {
            for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                bytes += read;
                guard.check(bytes);
                out.write(buffer, 0, read);
            }
        }
        return new Copying(HexFormat.of().formatHex(digest.digest()), bytes);
    }

    /** A file in the work folder that no other manifest has, and the same one whenever this manifest is unpacked. */
    static Path workFile(Path workFolder, String shownName, String distinction, ManifestFormat format) {
        var digest = sha256().digest((shownName + "\n" + distinction).getBytes(StandardCharsets.UTF_8));
        var name = Manifests.slug(shownName) + "-" + HexFormat.of().formatHex(digest, 0, 6);
        return workFolder.resolve(name + format.endings().get(0));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }
}
