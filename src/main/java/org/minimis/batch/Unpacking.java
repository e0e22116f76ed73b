package org.minimis.batch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.minimis.ledger.PrivateFiles;
import org.minimis.manifest.LineFeeds;
import org.minimis.manifest.ManifestException;
import org.minimis.manifest.PackedFiles;

/**
 * Reads each manifest once from end to end: its digest, its size, and, where it came packed, its unpacked copy. A copy is
 * named by its digest, so that a later run finds it.
 */
final class Unpacking {

    private static final int BUFFER = 1 << 16;

    private final Path folder;

    /** @param folder for unpacked copies */
    Unpacking(Path folder) {
        this.folder = folder;
    }

    /** Manifests that are being unpacked, in the batch's order. */
    record Begun(List<Future<Handover>> manifests) {

        /** Waits for all of them. */
        List<Handover> await() {
            var handovers = new ArrayList<Handover>();
            try {
                for (var manifest : manifests) {
                    handovers.add(manifest.get());
                }
                return handovers;
            } catch (ExecutionException e) {
                Failures.fatal(e).ifPresent(fatal -> {
                    throw fatal;
                });
                throw new IllegalStateException("a manifest could not be unpacked", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("nobody interrupts a batch", e);
            }
        }
    }

    /** Has the workers unpack them; an order to stop is heeded before each. */
    Begun begin(List<Intake.Found> found, ExecutorService workers, Stop stop) {
        var manifests = new ArrayList<Future<Handover>>();
        for (var manifest : found) {
            var ordinal = manifests.size() + 1;
            manifests.add(workers.submit(() -> {
                stop.check();
                return unpack(manifest, ordinal);
            }));
        }
        return new Begun(manifests);
    }

    /** The manifest unpacked, or why it cannot be. */
    Handover unpack(Intake.Found found, int ordinal) {
        var part = folder.resolve(ordinal + ".part");
        try {
            return isPacked(found) ? copied(found, part) : inPlace(found);
        } catch (ManifestException e) {
            return new Handover(found, found.file(), packedDigest(found), 0, null, new LineFeeds(), e.getMessage());
        } catch (IOException e) {
            forget(part);
            var failure =
                    "%s: it cannot be read to its end (%s); ask for it again".formatted(found.fileName(), cause(e));
            return new Handover(found, found.file(), packedDigest(found), 0, null, new LineFeeds(), failure);
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
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (e instanceof AccessDeniedException) {
            return "access is denied";
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static boolean isPacked(Intake.Found found) {
        return !found.member().isEmpty()
                || PackedFiles.isGzip(found.fileName())
                || PackedFiles.isArchive(found.fileName());
    }

    private static Handover inPlace(Intake.Found found) throws IOException {
        var modified = Files.getLastModifiedTime(found.file());
        var measured = new Measured(OutputStream.nullOutputStream());
        try (var in = Files.newInputStream(found.file())) {
            var buffer = new byte[BUFFER];
            for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                measured.write(buffer, 0, read);
            }
        }
        return new Handover(
                found,
                found.file().toAbsolutePath().normalize(),
                measured.digest(),
                Files.size(found.file()),
                modified,
                measured.lineFeeds,
                null);
    }

    private Handover copied(Intake.Found found, Path part) throws ManifestException {
        try {
            return copy(found, part);
        } catch (IOException e) {
            throw ClearException.outOfReach(
                    "%s: it cannot be unpacked (%s); check the disk, then rerun".formatted(part, cause(e)), e);
        }
    }

    private Handover copy(Intake.Found found, Path part) throws IOException, ManifestException {
        PrivateFiles.folder(folder);
        try {
            return copyWhole(found, part);
        } finally {
            // Half a manifest holds names, too.
            Files.deleteIfExists(part);
        }
    }

    private Handover copyWhole(Intake.Found found, Path part) throws IOException, ManifestException {
        var bytes = 0L;
        Measured measured;
        try (var channel = PrivateFiles.overwrite(part);
                var out = Channels.newOutputStream(channel)) {
            measured = new Measured(out);
            bytes = new PackedFiles().unpack(found.file(), found.member(), found.fileName(), measured);
        }
        var hex = measured.digest();
        var file = folder.resolve(hex + found.format().endings().get(0))
                .toAbsolutePath()
                .normalize();
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return new Handover(found, file, hex, bytes, null, measured.lineFeeds, null);
    }

    /** Digests bytes and counts their line feeds on their way. */
    private static final class Measured extends OutputStream {

        private final OutputStream out;
        private final MessageDigest digest = WholeFile.sha256();
        private final LineFeeds lineFeeds = new LineFeeds();

        Measured(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            digest.update(bytes, from, length);
            lineFeeds.add(bytes, from, length);
            out.write(bytes, from, length);
        }

        String digest() {
            return HexFormat.of().formatHex(digest.digest());
        }
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
