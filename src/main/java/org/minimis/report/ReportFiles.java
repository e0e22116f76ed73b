package org.minimis.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** The files of a revenue report. Whoever finds one of them finds it whole. */
public final class ReportFiles {

    private ReportFiles() {}

    /**
     * Writes {@code revenue.html}, {@code revenue.json} and {@code revenue.csv}, readable by their owner only.
     *
     * @param folder made if it is not there
     * @return the files, in the order of their names
     */
    public static List<Path> write(Connection book, Selection selection, Path folder) throws SQLException, IOException {
        return write(RevenueReportTable.read(book, selection), folder);
    }

    /** Likewise, of a report that has been read. */
    public static List<Path> write(RevenueReport report, Path folder) throws IOException {
        Files.createDirectories(folder, ownerOnly(folder, "rwx------"));
        var files = List.of(
                write(folder.resolve("revenue.csv"), RevenueCsv.text(report)),
                write(folder.resolve("revenue.html"), RevenueHtml.text(report)),
                write(folder.resolve("revenue.json"), RevenueJson.text(report)));
        syncFolder(folder);
        return files;
    }

    private static Path write(Path file, String text) throws IOException {
        var temporary = file.resolveSibling("." + file.getFileName() + ".tmp");
        Files.deleteIfExists(temporary); // left by a run that was killed
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = FileChannel.open(temporary, options, ownerOnly(file, "rw-------"))) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        return Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static FileAttribute<?>[] ownerOnly(Path path, String permissions) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static void syncFolder(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
