package org.minimis.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.minimis.ledger.FailPoints;
import org.minimis.ledger.PrivateFiles;

/** Keys and unpacked manifests: of no use any more when all of a batch is published. */
final class WorkFiles {

    private final BatchFolder folder;
    private final Path unpacked;

    WorkFiles(BatchFolder folder, Path unpacked) {
        this.folder = folder;
        this.unpacked = unpacked.toAbsolutePath().normalize();
    }

    /** The folder {@code work} goes last: as long as it is there, something is left to do. */
    void remove() throws IOException {
        var plan = PlanJson.read(folder.plan());
        for (var manifest : plan.map(Plan::manifests).orElse(List.of())) {
            if (manifest.file().startsWith(unpacked)) {
                Files.deleteIfExists(manifest.file());
            }
        }
        if (Files.isDirectory(unpacked) && isEmpty(unpacked)) {
            Files.delete(unpacked);
        }
        if (!Files.exists(folder.work())) {
            return;
        }
        if (Files.exists(folder.attempts())) {
            try (Stream<Path> files = Files.list(folder.attempts())) {
                for (var file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
        try (Stream<Path> files = Files.list(folder.work())) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        FailPoints.hit("work-emptied");
        Files.delete(folder.work());
        PrivateFiles.sync(folder.root());
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (var file : files.toList()) {
                // What a killed run was unpacking.
                if (file.toString().endsWith(".part")) {
                    Files.delete(file);
                }
            }
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
