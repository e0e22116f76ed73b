package org.minimis.cli;

import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;
import org.minimis.batch.Stop;

/** SIGINT and SIGTERM: the first ends a batch at its next chunk, the second ends the program at once. */
final class StopSignals implements AutoCloseable {

    private final Stop stop;
    private final PrintWriter err;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final @Nullable Object interrupt;
    private final @Nullable Object terminate;

    private final String words;

    private StopSignals(Stop stop, PrintWriter err, String words) {
        this.words = words;
        this.stop = stop;
        this.err = err;
        interrupt = Signals.register("INT", () -> signalled(ExitCode.INTERRUPTED));
        terminate = Signals.register("TERM", () -> signalled(ExitCode.TERMINATED));
    }

    static StopSignals to(Stop stop, PrintWriter err) {
        return to(stop, err, "stopping at the next chunk; once more ends at once");
    }

    /** @param words for the first signal */
    static StopSignals to(Stop stop, PrintWriter err, String words) {
        return new StopSignals(stop, err, words);
    }

    private void signalled(int exitCode) {
        if (!asked.compareAndSet(false, true)) {
            // Just another kill: the journals are whole up to their last frame.
            Runtime.getRuntime().halt(exitCode);
        }
        err.println(words);
        stop.request(exitCode);
    }

    @Override
    public void close() {
        restore("INT", interrupt);
        restore("TERM", terminate);
    }

    private static void restore(String name, @Nullable Object before) {
        if (before != null) {
            Signals.unregister(name, before);
        }
    }
}
