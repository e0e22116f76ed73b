package org.minimis.golden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * Where the tests' folders are: in memory that looks like a disk, where there is enough of it. A night keeps its law and syncs
 * each file; no test pulls the plug of a machine, and what a killed program has written is there, synced or not.
 */
public final class FolderInMemory implements TempDirFactory {

    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ENOUGH = 2L << 30;

    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext test) throws IOException {
        return create("minimis");
    }

    /** A new folder that nobody removes. */
    public static Path create(String prefix) throws IOException {
        return hasRoom() ? Files.createTempDirectory(MEMORY, prefix) : Files.createTempDirectory(prefix);
    }

    /** The hundreds of nights of {@code -Pcrash} are kept on the disk, with its slowness. */
    private static boolean hasRoom() throws IOException {
        return System.getProperty("crash", "").isEmpty()
                && Files.isWritable(MEMORY)
                && Files.getFileStore(MEMORY).getUsableSpace() > ENOUGH;
    }
}
