package org.minimis.manifest;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Unpacks manifests that came compressed, to their last byte. The names within an archive only name its members in messages
 * and are never paths, so that {@code ../} in them does nothing.
 */
public final class PackedFiles {

    private static final int BUFFER = 1 << 16;

    private final UnpackLimits limits;

    public PackedFiles() {
        this(UnpackLimits.USUAL);
    }

    PackedFiles(UnpackLimits limits) {
        this.limits = limits;
    }

    public static boolean isArchive(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    public static boolean isGzip(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".gz");
    }

    /**
     * The names of an archive's members, folders left out.
     *
     * @throws ManifestException when it is damaged, has too many, or two of one name: only one of them could be read
     */
    public List<String> members(Path archive, String shownName) throws ManifestException {
        try (var zip = new ZipFile(archive.toFile())) {
            if (zip.size() > limits.entriesMax()) {
                throw new ManifestException(
                        "%s: the archive has more than %d entries; split it".formatted(shownName, limits.entriesMax()));
            }
            var names = zip.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .toList();
            if (new HashSet<>(names).size() < names.size()) {
                throw failed(shownName, new ZipException("two of its files have the same name"));
            }
            return names;
        } catch (IOException e) {
            throw failed(shownName, e);
        } catch (IllegalArgumentException e) {
            // Java says so of names that are no UTF-8, though only of some.
            throw failed(shownName, new ZipException("a file's name in it is no text"));
        }
    }

    /** A member's name as messages show it. */
    public static String harmless(String member) {
        return member.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
    }

    /**
     * Writes the uncompressed bytes of a file, or of one member of an archive.
     *
     * @param member empty where the file is no archive
     * @return how many there were
     * @throws ManifestException when they are not whole or swell too much
     * @throws IOException when they cannot be written
     */
    public long unpack(Path file, String member, String shownName, OutputStream out)
            throws IOException, ManifestException {
        if (member.isEmpty() && !isArchive(shownName)) {
            try (var in = open(file, shownName)) {
                return copy(isGzip(shownName) ? gzip(in, shownName) : in, () -> in.bytes, shownName, out);
            }
        }
        try (var zip = archive(file, shownName)) {
            var entry = zip.getEntry(member);
            if (entry == null) {
                throw new ManifestException(shownName + ": it is not in the archive any more; hand it over again");
            }
            return unpack(zip, entry, shownName, out);
        }
    }

    private long unpack(ZipFile zip, ZipEntry entry, String shownName, OutputStream out)
            throws IOException, ManifestException {
        try (var in = new Counted(zip.getInputStream(entry))) {
            var compressed = Math.max(1, entry.getCompressedSize());
            var bytes = copy(isGzip(entry.getName()) ? gzip(in, shownName) : in, () -> compressed, shownName, out);
            // The archive's own reading does not compare the checksum.
            if (in.sum.getValue() != entry.getCrc()) {
                throw failed(shownName, new ZipException("its checksum is wrong"));
            }
            return bytes;
        } catch (ZipException e) {
            throw failed(shownName, e);
        }
    }

    private static ZipFile archive(Path file, String shownName) throws ManifestException {
        try {
            return new ZipFile(file.toFile());
        } catch (IOException e) {
            throw failed(shownName, e);
        }
    }

    private static Counted open(Path file, String shownName) throws ManifestException {
        try {
            return new Counted(Files.newInputStream(file));
        } catch (IOException e) {
            throw failed(shownName, e);
        }
    }

    private static InputStream gzip(InputStream in, String shownName) throws ManifestException {
        try {
            return GzipFiles.open(in);
        } catch (IOException e) {
            throw failed(shownName, e);
        }
    }

    private long copy(InputStream in, LongSupplier compressed, String shownName, OutputStream out)
            throws IOException, ManifestException {
        var buffer = new byte[BUFFER];
        var bytes = 0L;
        for (var read = read(in, buffer, shownName); read >= 0; read = read(in, buffer, shownName)) {
            bytes += read;
            limits.check(shownName, Math.max(1, compressed.getAsLong()), bytes);
            out.write(buffer, 0, read);
        }
        return bytes;
    }

    private static int read(InputStream in, byte[] buffer, String shownName) throws ManifestException {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            throw failed(shownName, e);
        }
    }

    private static ManifestException failed(String shownName, IOException e) {
        if (e instanceof NoSuchFileException || e instanceof FileNotFoundException) {
            return new ManifestException(shownName + ": there is no such file; hand it over again");
        }
        if (e instanceof EOFException) {
            return new ManifestException(shownName + ": the gzip file ends too early; hand it over again");
        }
        if (e instanceof ZipException) {
            return new ManifestException("%s: the %s is damaged (%s); hand it over again"
                    .formatted(shownName, isGzip(shownName) ? "gzip file" : "zip archive", e.getMessage()));
        }
        return new ManifestException("%s: it cannot be read (%s); hand it over again"
                .formatted(shownName, e.getClass().getSimpleName()));
    }

    /** Counts what is read of a file, and sums it up. */
    private static final class Counted extends FilterInputStream {

        private final CRC32 sum = new CRC32();
        private long bytes;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            var read = super.read(buffer, from, length);
            if (read > 0) {
                bytes += read;
                sum.update(buffer, from, read);
            }
            return read;
        }
    }
}
