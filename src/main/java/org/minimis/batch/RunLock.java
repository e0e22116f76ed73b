package org.minimis.batch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.minimis.ledger.Book;
import org.minimis.ledger.PrivateFiles;

/** One run at a time on a book and on a folder of batches. The system lets go of the lock when a process dies. */
final class RunLock implements AutoCloseable {

    /** Within one process the system does not tell two holders apart, and closing the file twice would let go. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final List<Path> files = new ArrayList<>();
    private final List<FileChannel> channels = new ArrayList<>();
    private final List<Object> keys = new ArrayList<>();

    private RunLock() {}

    /**
     * Takes the folder and, where it is a file, the book.
     *
     * @throws ClearException when another run holds one of them
     */
    static RunLock take(Path out, String db) {
        var lock = new RunLock();
        try {
            lock.take(PrivateFiles.folder(out.toAbsolutePath().normalize()).resolve(".lock"));
            var book = Book.file(db);
            if (book.isPresent()) {
                PrivateFiles.folder(book.get().getParent());
                lock.take(book.get().resolveSibling(book.get().getFileName() + ".lock"));
            }
            return lock;
        } catch (IOException e) {
            lock.close();
            throw ClearException.outOfReach(out + ": the lock cannot be taken; check the disk and its rights", e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private void take(Path file) throws IOException {
        if (!HELD_HERE.add(file)) {
            throw held(file, holder());
        }
        files.add(file);
        var channel =
                PrivateFiles.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        channels.add(channel);
        if (channel.tryLock() == null) {
            throw held(file, holderOf(file));
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(holder().getBytes(StandardCharsets.UTF_8)), 0);
        keys.add(key(file));
    }

    /**
     * Does this run still hold what it took? Where somebody has removed the file of the lock, another run may have begun while
     * this one was paused.
     *
     * @throws ClearException when it must not write any more
     */
    void check() {
        try {
            for (var i = 0; i < keys.size(); i++) {
                if (!keys.get(i).equals(key(files.get(i)))) {
                    throw held(files.get(i), holderOf(files.get(i)));
                }
            }
        } catch (IOException e) {
            throw new ClearException(
                    ClearException.HELD,
                    "the lock of this run is gone; find out who removed %s, then rerun".formatted(files),
                    e);
        }
    }

    private static Object key(Path file) throws IOException {
        var key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        return key == null ? file : key;
    }

    private static String holder() {
        var process = ProcessHandle.current();
        var start = process.info()
                .startInstant()
                .map(instant -> " since " + instant)
                .orElse("");
        return "process " + process.pid() + " on " + host() + start;
    }

    private static String host() {
        var named = System.getenv("HOSTNAME");
        if (named != null) {
            return named;
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "this host";
        }
    }

    private static ClearException held(Path file, String holder) {
        return new ClearException(
                ClearException.HELD, "%s: %s holds it; wait until that run ends".formatted(file, holder));
    }

    private static String holderOf(Path file) {
        try {
            var holder = Files.readString(file).strip();
            return holder.isEmpty() ? "another process" : holder;
        } catch (IOException e) {
            return "another process";
        }
    }

    @Override
    public void close() {
        for (var channel : channels) {
            try {
                channel.close();
            } catch (IOException e) {
                throw ClearException.outOfReach("the lock cannot be let go", e);
            }
        }
        files.forEach(HELD_HERE::remove);
    }
}
