package org.minimis.manifest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Unpacks zip archives: each entry is a manifest. An entry's name only names it in messages and is never a path, so that
 * {@code ../} in it does nothing.
 */
final class ZipFiles {

    private final Path file;
    private final String shownName;
    private final Path workFolder;
    private final UnpackLimits limits;

    ZipFiles(Path file, String shownName, Path workFolder, UnpackLimits limits) {
        this.file = file;
        this.shownName = shownName;
        this.workFolder = workFolder;
        this.limits = limits;
    }

    List<ManifestFile> unpack() throws IOException, ManifestException {
        var manifests = new ArrayList<ManifestFile>();
        try (var archive = new ZipFile(file.toFile())) {
            if (archive.size() > limits.entriesMax()) {
                throw new ManifestException(
                        "%s: the archive has more than %d entries; split it".formatted(shownName, limits.entriesMax()));
            }
            for (var entries = archive.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                if (!entry.isDirectory()) {
                    manifests.add(unpack(archive, entry, manifests.size()));
                }
            }
        } catch (ZipException e) {
            delete(manifests);
            throw new ManifestException(shownName + ": the zip archive is damaged; hand it over again");
        } catch (IOException | ManifestException e) {
            delete(manifests);
            throw e;
        }
        if (manifests.isEmpty()) {
            throw new ManifestException(shownName + ": the zip archive is empty; hand it over again");
        }
        return manifests;
    }

    private ManifestFile unpack(ZipFile archive, ZipEntry entry, int place) throws IOException, ManifestException {
        var name = shownName + "/" + harmless(entry.getName());
        if (entry.getName().endsWith(".gz")) {
            throw new ManifestException(name + ": it is compressed within the archive; compress it once");
        }
        var format = ManifestFile.format(entry.getName(), name);
        var content = Copying.workFile(workFolder, name, String.valueOf(place), format);
        try (var in = new Summed(archive.getInputStream(entry))) {
            var compressed = Math.max(1, entry.getCompressedSize());
            var copied = Copying.copy(in, content, out -> limits.check(name, compressed, out));
            // The archive's own reading does not compare the checksum.
            if (in.sum.getValue() != entry.getCrc()) {
                throw new ZipException("checksum");
            }
            return new ManifestFile(name, content, format, copied.digest(), copied.digest(), copied.bytes());
        } catch (IOException | ManifestException e) {
            Files.deleteIfExists(content);
            throw e;
        }
    }

    private static String harmless(String entryName) {
        return entryName.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
    }

    private static void delete(List<ManifestFile> manifests) throws IOException {
        for (var manifest : manifests) {
            Files.deleteIfExists(manifest.content());
        }
    }

    private static final class Summed extends FilterInputStream {

        private final CRC32 sum = new CRC32();

        Summed(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            var read = super.read(buffer, from, length);
            if (read > 0) {
                sum.update(buffer, from, read);
            }
            return read;
        }
    }
}
