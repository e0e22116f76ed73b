package org.minimis.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the manifests of a batch again, by their digest: where they were cleared from, or in a folder where they are archived. */
final class ManifestFiles implements AutoCloseable {

    private final Path unpacked;
    private final @Nullable Path archive;

    /**
     * @param unpacked a folder for unpacked copies, removed in the end
     * @param archive where manifests are kept; null for where they were
     */
    ManifestFiles(Path unpacked, @Nullable Path archive) {
        this.unpacked = unpacked;
        this.archive = archive;
    }

    /** The unpacked manifest, byte for byte as it was cleared; empty where it is not to be found. */
    Optional<Path> find(Plan.Manifest manifest) throws IOException {
        if (Files.isRegularFile(manifest.file())
                && WholeFile.digest(manifest.file()).equals(manifest.digest())) {
            return Optional.of(manifest.file());
        }
        for (var found : candidates(manifest)) {
            var handover = new Unpacking(unpacked).unpack(found, manifest.ordinal());
            if (handover.failure() == null && handover.digest().equals(manifest.digest())) {
                return Optional.of(handover.file());
            }
        }
        return Optional.empty();
    }

    private List<Intake.Found> candidates(Plan.Manifest manifest) throws IOException {
        var found = new ArrayList<Intake.Found>();
        if (archive != null) {
            found.addAll(under(archive));
            // Most likely the one of the same name.
            var name = Failures.lastName(manifest.fileName());
            found.sort(Comparator.comparing(
                    one -> !Failures.lastName(one.fileName()).equals(name)));
        }
        var was = manifest.found();
        if (Files.isRegularFile(was.file())) {
            under(was.file()).stream().filter(one -> one.isAt(was)).forEach(found::add);
        }
        return found;
    }

    private static List<Intake.Found> under(Path path) throws IOException {
        try {
            return Intake.find(List.of(path));
        } catch (ClearException e) {
            return List.of();
        }
    }

    @Override
    public void close() throws IOException {
        if (!Files.exists(unpacked)) {
            return;
        }
        try (Stream<Path> all = Files.walk(unpacked)) {
            all.sorted(Comparator.reverseOrder()).forEach(ManifestFiles::delete);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
