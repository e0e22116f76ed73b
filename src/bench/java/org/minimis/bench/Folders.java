package org.minimis.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Folders that each run finds empty. */
final class Folders {

    private Folders() {}

    static Path empty(Path folder) throws IOException {
        remove(folder);
        return Files.createDirectories(folder);
    }

    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (var found = Files.walk(folder)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (var one : all) {
            Files.delete(one);
        }
    }

    /** So that a run does not pay for what another one has left to be written. */
    static void settle() throws IOException, InterruptedException {
        if (Files.exists(Path.of("/proc"))) {
            new ProcessBuilder("sync").start().waitFor();
        }
    }
}
