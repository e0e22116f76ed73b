package org.minimis.batch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipFile;
import org.minimis.ledger.PrivateFiles;

/**
 * Reads each manifest once from end to end: its digest, its size, and, where it came packed, its unpacked copy. A copy is
 * named by its digest, so that a later run finds it.
 */
final class Unpacking {

    private static final int BUFFER = 1 << 17;
    /** Manifests shrink to a tenth, at most to a thirtieth; what grows more is an attack or a mistake. */
    private static final long RATIO_MAX = 200;

    private static final long ANY_RATIO_UP_TO = 64L << 20;

    private final Path folder;

    /** @param folder for unpacked copies */
    Unpacking(Path folder) {
        this.folder = folder;
    }

    /** The manifest unpacked, or why it cannot be. */
    Handover unpack(Intake.Found found, int ordinal) {
        var part = folder.resolve(ordinal + ".part");
        try {
            return isPacked(found) ? copy(found, part) : inPlace(found);
        } catch (IOException e) {
            forget(part);
            var failure =
                    "%s: it cannot be read to its end (%s); ask for it again".formatted(found.fileName(), cause(e));
            return new Handover(found, found.file(), packedDigest(found), 0, null, failure);
        }
    }

    /** What was unpacked of a torn manifest holds names and addresses. */
    private static void forget(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw ClearException.outOfReach(part + ": it cannot be removed; check the disk", e);
        }
    }

    private static String cause(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static boolean isPacked(Intake.Found found) {
        return !found.member().isEmpty() || isGzip(found.fileName()) || isZip(found.fileName());
    }

    private static boolean isGzip(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".gz");
    }

    private static boolean isZip(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    private static Handover inPlace(Intake.Found found) throws IOException {
        var modified = Files.getLastModifiedTime(found.file());
        var digest = WholeFile.digest(found.file());
        return new Handover(
                found, found.file().toAbsolutePath().normalize(), digest, Files.size(found.file()), modified, null);
    }

    private Handover copy(Intake.Found found, Path part) throws IOException {
        PrivateFiles.folder(folder);
        var digest = WholeFile.sha256();
        var bytes = 0L;
        try (var channel = PrivateFiles.overwrite(part);
                var out = Channels.newOutputStream(channel)) {
            bytes = unpack(found, new java.security.DigestOutputStream(out, digest));
        }
        var hex = HexFormat.of().formatHex(digest.digest());
        var file = folder.resolve(hex + found.format().endings().get(0))
                .toAbsolutePath()
                .normalize();
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return new Handover(found, file, hex, bytes, null, null);
    }

    private static long unpack(Intake.Found found, OutputStream out) throws IOException {
        if (found.member().isEmpty() && !isZip(found.fileName())) {
            try (var in = Files.newInputStream(found.file())) {
                return pump(new GZIPInputStream(in, BUFFER), out, Files.size(found.file()));
            }
        }
        try (var archive = new ZipFile(found.file().toFile())) {
            var member = archive.getEntry(found.member());
            var in = archive.getInputStream(member);
            return pump(isGzip(found.member()) ? new GZIPInputStream(in, BUFFER) : in, out, member.getCompressedSize());
        }
    }

    private static long pump(InputStream in, OutputStream out, long packed) throws IOException {
        var limit = Math.max(ANY_RATIO_UP_TO, Math.multiplyExact(packed, RATIO_MAX));
        var buffer = new byte[BUFFER];
        var bytes = 0L;
        for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            bytes += read;
            if (bytes > limit) {
                throw new IOException("it unpacks to more than %d times its size".formatted(RATIO_MAX));
            }
            out.write(buffer, 0, read);
        }
        return bytes;
    }

    private static String packedDigest(Intake.Found found) {
        try {
            return WholeFile.digest(found.file());
        } catch (IOException e) {
            // Not even its bytes can be read: its name stands for it in the batch's number.
            var digest = WholeFile.sha256();
            return HexFormat.of().formatHex(digest.digest(found.fileName().getBytes(StandardCharsets.UTF_8)));
        }
    }
}
