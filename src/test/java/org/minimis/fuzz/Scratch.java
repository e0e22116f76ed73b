package org.minimis.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder for what a fuzzed reader wants to find on the disk. */
public final class Scratch {

    /** Memory that looks like a disk, where there is one. */
    private static final Path SHM = Path.of("/dev/shm");

    private Scratch() {}

    /** A new folder that goes when the program ends. */
    public static Path folder() {
        try {
            var folder = Files.isWritable(SHM)
                    ? Files.createTempDirectory(SHM, "minimis-fuzz")
                    : Files.createTempDirectory("minimis-fuzz");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
