package org.minimis.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.minimis.manifest.ManifestException;
import org.minimis.manifest.ManifestFormat;
import org.minimis.manifest.PackedFiles;

/** Finds the manifests under the paths that an operator names, in the batch's order. */
final class Intake {

    private static final List<String> PACKED = List.of(".gz", ".zip");

    private Intake() {}

    /**
     * A manifest that was found.
     *
     * @param fileName for messages
     * @param member of the archive {@code file}; empty where the file itself is the manifest
     */
    record Found(String fileName, Path file, String member, ManifestFormat format) {

        Found {
            // Whoever named a file may not speak to the operator's terminal.
            fileName = PackedFiles.harmless(fileName);
            // A rerun may begin in another folder.
            file = file.toAbsolutePath().normalize();
        }

        /** Is it handed over at the same place? */
        boolean isAt(Found other) {
            return file.equals(other.file) && member.equals(other.member);
        }
    }

    /**
     * The manifests under {@code paths}: files as they are named, folders by the names in them, their endings left out.
     *
     * @throws ClearException when a path is not there, or nothing is a manifest
     */
    static List<Found> find(List<Path> paths) throws IOException {
        var found = new ArrayList<Found>();
        for (var path : paths) {
            if (Files.isDirectory(path)) {
                addFolder(path, found);
            } else if (Files.exists(path)) {
                addFile(path, true, found);
            } else {
                throw new ClearException(
                        ClearException.USAGE, path + ": there is no such file or folder; name a manifest");
            }
        }
        if (found.isEmpty()) {
            throw new ClearException(
                    ClearException.USAGE,
                    "there is no manifest; name files that end with .ndjson or .csv, .gz or .zip");
        }
        return found;
    }

    private static void addFolder(Path folder, List<Found> found) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            var sorted = files.filter(file -> isManifest(file) && !isPublished(file, folder))
                    .sorted(Comparator.comparing(
                                    (Path file) -> stem(folder.relativize(file).toString()))
                            .thenComparing(Path::toString))
                    .toList();
            for (var file : sorted) {
                addFile(file, false, found);
            }
        }
    }

    /** A link that leads nowhere is a manifest that has vanished: it fails, and is not passed over. */
    private static boolean isManifest(Path file) {
        return Files.isRegularFile(file) || Files.isSymbolicLink(file) && Files.notExists(file);
    }

    /** What a batch has published is not a manifest, wherever its folder lies. */
    private static boolean isPublished(Path file, Path folder) {
        for (var parent = file.getParent(); parent != null && !parent.equals(folder); parent = parent.getParent()) {
            if (Files.exists(parent.resolve(BatchJson.NAME))) {
                return true;
            }
        }
        return false;
    }

    private static void addFile(Path file, boolean named, List<Found> found) throws IOException {
        var name = file.toString();
        if (PackedFiles.isArchive(name)) {
            addArchive(file, found);
            return;
        }
        var format = format(name);
        if (format.isPresent()) {
            found.add(new Found(name, file, "", format.get()));
        } else if (named) {
            throw new ClearException(
                    ClearException.USAGE,
                    name + ": its name does not end like a manifest's; rename it to .ndjson or .csv, .gz or .zip");
        }
    }

    private static void addArchive(Path file, List<Found> found) {
        try {
            new PackedFiles()
                    .members(file, file.toString()).stream()
                            .filter(member -> format(member).isPresent())
                            .sorted(Comparator.comparing(Intake::stem).thenComparing(name -> name))
                            .forEach(name -> found.add(new Found(
                                    file + "!" + name, file, name, format(name).orElseThrow())));
        } catch (ManifestException e) {
            // The archive itself is broken: it stands in the batch as one manifest that fails.
            found.add(new Found(file.toString(), file, "", ManifestFormat.NDJSON));
        }
    }

    private static Optional<ManifestFormat> format(String name) {
        var unpacked = withoutPacking(name.toLowerCase(Locale.ROOT));
        return Stream.of(ManifestFormat.values())
                .filter(format -> format.endings().stream().anyMatch(unpacked::endsWith))
                .findFirst();
    }

    private static String withoutPacking(String name) {
        for (var ending : PACKED) {
            if (name.endsWith(ending)) {
                return name.substring(0, name.length() - ending.length());
            }
        }
        return name;
    }

    /** A name without its endings, so that the same manifests stand in the same order in whatever form they come. */
    private static String stem(String name) {
        var unpacked = withoutPacking(name);
        var dot = unpacked.lastIndexOf('.');
        return dot < 0 ? unpacked : unpacked.substring(0, dot);
    }
}
