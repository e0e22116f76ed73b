package org.minimis.batch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Forces what a file holds to the disk while more is made ready for it: a disk that is waited for leaves a processor idle. */
final class Forcing {

    private static final ExecutorService THREADS = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "force");
        thread.setDaemon(true);
        return thread;
    });

    private final FileChannel channel;
    private @Nullable Future<?> begun;

    Forcing(FileChannel channel) {
        this.channel = channel;
    }

    /** Begins to force what has been written. What was begun before must have been awaited. */
    void begin() {
        begun = THREADS.submit(() -> {
            channel.force(false);
            return null;
        });
    }

    /** Does nothing while what was begun has not ended. */
    void beginAnew() throws IOException {
        if (begun == null || begun.isDone()) {
            await();
            begin();
        }
    }

    /** Returns when what was written before {@link #begin} is on the disk, and says if it could not get there. */
    void await() throws IOException {
        var awaited = begun;
        begun = null;
        var interrupted = false;
        try {
            while (awaited != null) {
                try {
                    awaited.get();
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failed ? failed : new IOException(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
