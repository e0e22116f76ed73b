package org.minimis.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * A book in a file of its own that is made: it gets its name when all its tables are there, so that neither a kill nor a full disk
 * leaves half a book that no later run could open. Only its owner may read it.
 */
final class NewBook {

    private static final String ENDING = ".mv.db";

    private NewBook() {}

    /**
     * Makes the book, unless it is there.
     *
     * @param file without its ending
     * @param options of its address, each behind a semicolon
     */
    static void make(Path file, String options, Consumer<DataSource> tables) throws IOException {
        var book = withEnding(file);
        if (Files.exists(book)) {
            return;
        }
        var unfinished = file.resolveSibling(file.getFileName() + ".new");
        var part = withEnding(unfinished);
        Files.deleteIfExists(part);
        // H2 would make the file for everybody to read.
        PrivateFiles.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)
                .close();
        try (var pool = BookPool.open("jdbc:h2:file:" + unfinished + options, "")) {
            tables.accept(pool);
        }
        try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        FailPoints.hit("book-made");
        Files.move(part, book, StandardCopyOption.ATOMIC_MOVE);
        PrivateFiles.sync(book.getParent());
    }

    private static Path withEnding(Path file) {
        return file.resolveSibling(file.getFileName() + ENDING);
    }
}
