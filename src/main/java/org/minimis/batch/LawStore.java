package org.minimis.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;
import org.minimis.ledger.PrivateFiles;
import org.minimis.settings.ConfigFolder;

/**
 * Law and settings as they were applied, each kept once under {@code out/law/<digest>}, so that a batch can be reckoned again
 * years later. What is there is never written again: its name is what it holds.
 */
final class LawStore {

    static final String CONFIG = "config";

    private final Path root;

    /** @param out the folder of the batches */
    LawStore(Path out) {
        root = out.resolve("law");
    }

    Path folder(String digest) {
        return root.resolve(digest);
    }

    /** Keeps law and choices, where they are not kept yet: they are there whole or not at all. */
    void keep(String digest, ConfigFolder law, LawChoices choices) throws IOException {
        if (Files.isDirectory(folder(digest))) {
            return;
        }
        PrivateFiles.folder(root);
        var part = root.resolve("." + digest + ".part");
        remove(part);
        PrivateFiles.folder(part);
        for (var name : LawJson.names(law)) {
            write(part.resolve(CONFIG).resolve(name), law.bytes(name));
        }
        write(part.resolve(LawJson.NAME), LawJson.bytes(digest, law, choices));
        syncFolders(part);
        Files.move(part, folder(digest), StandardCopyOption.ATOMIC_MOVE);
        PrivateFiles.sync(root);
        PrivateFiles.sync(root.toAbsolutePath().getParent());
    }

    private static void write(Path file, byte[] content) throws IOException {
        PrivateFiles.folder(file.getParent());
        try (var channel = PrivateFiles.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            write(channel, ByteBuffer.wrap(content));
        }
    }

    private static void write(FileChannel channel, ByteBuffer content) throws IOException {
        while (content.hasRemaining()) {
            channel.write(content);
        }
        channel.force(true);
    }

    private static void syncFolders(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (var one : all.filter(Files::isDirectory).toList()) {
                PrivateFiles.sync(one);
            }
        }
    }

    /** What a crash has left half written. */
    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(LawStore::delete);
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
