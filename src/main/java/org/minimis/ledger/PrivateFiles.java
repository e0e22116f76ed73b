package org.minimis.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;

/** Folders and files that only their owner may read: they hold names and addresses. */
public final class PrivateFiles {

    private PrivateFiles() {}

    /** The folder, made with its parents where it is missing. */
    public static Path folder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            FailPoints.file(folder);
            Files.createDirectories(folder, owner(folder, "rwx------"));
        }
        return folder;
    }

    /** Opens a file; where it is made, only its owner may read and write it. */
    public static FileChannel open(Path file, OpenOption... options) throws IOException {
        FailPoints.file(file);
        return FileChannel.open(file, new HashSet<>(List.of(options)), owner(file, "rw-------"));
    }

    /** Opens a file to be written from its start, whatever it held. */
    public static FileChannel overwrite(Path file) throws IOException {
        return open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    /** Makes the names in a folder survive a loss of power. */
    public static void sync(Path folder) throws IOException {
        FailPoints.file(folder);
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static FileAttribute<?>[] owner(Path path, String permissions) {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        };
    }
}
