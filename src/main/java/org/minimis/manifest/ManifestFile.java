package org.minimis.manifest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A manifest as a carrier handed it over, ready to be read.
 *
 * @param shownName how messages name it: the file, and behind a slash the entry of a zip archive
 * @param content its uncompressed bytes: the file itself, or an unpacked copy
 * @param format by the ending of its name
 * @param digest SHA-256 of the file as handed over; for an entry of an archive, of the entry's bytes
 * @param contentDigest SHA-256 of the uncompressed bytes
 * @param contentBytes how many there are
 */
public record ManifestFile(
        String shownName, Path content, ManifestFormat format, String digest, String contentDigest, long contentBytes) {

    /**
     * Takes a file in. Compressed files are unpacked once into {@code workFolder}, whole, so that a broken archive is
     * found before any of it is cleared.
     *
     * @param file of a name that ends as a format does, with {@code .gz} behind it or not, or in {@code .zip}
     * @param shownName the file as the operator named it
     * @param workFolder an existing folder of this run's own
     * @return one manifest; several for a zip archive
     * @throws ManifestException when the file is no manifest or cannot be unpacked
     */
    public static List<ManifestFile> receive(Path file, String shownName, Path workFolder) throws ManifestException {
        return receive(file, shownName, workFolder, UnpackLimits.USUAL);
    }

    static List<ManifestFile> receive(Path file, String shownName, Path workFolder, UnpackLimits limits)
            throws ManifestException {
        if (!Files.isRegularFile(file)) {
            throw new ManifestException(shownName + ": there is no such file; name a manifest");
        }
        var ending = shownName.toLowerCase(Locale.ROOT);
        try {
            if (ending.endsWith(".zip")) {
                return new ZipFiles(file, shownName, workFolder, limits).unpack();
            }
            var format = format(shownName, shownName);
            return List.of(
                    ending.endsWith(".gz")
                            ? GzipFiles.unpack(file, shownName, format, workFolder, limits)
                            : plain(file, shownName, format));
        } catch (IOException e) {
            throw new ManifestException("%s: it cannot be read (%s); hand it over again"
                    .formatted(shownName, e.getClass().getSimpleName()));
        }
    }

    static ManifestFormat format(String name, String shownName) throws ManifestException {
        return Manifests.format(name)
                .orElseThrow(() -> new ManifestException(
                        shownName + ": this is no manifest by its name; it has to end in .ndjson, .jsonl or .csv, "
                                + "with .gz behind it or not, or in .zip"));
    }

    private static ManifestFile plain(Path file, String shownName, ManifestFormat format) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var copied = Copying.digest(in);
            return new ManifestFile(shownName, file, format, copied.digest(), copied.digest(), copied.bytes());
        }
    }
}
