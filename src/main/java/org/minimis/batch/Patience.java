package org.minimis.batch;

import java.util.function.Supplier;
import org.minimis.ledger.Book;
import org.minimis.ledger.PassingFailures;

/**
 * Waits while a database that is a server starts anew, then lets the batch go on where it stood: journals and rows that are
 * there stay. After some minutes it gives up, and a rerun goes on.
 */
final class Patience {

    /** Seconds before each further attempt; an attempt itself waits half a minute for a connection. */
    private static final int[] WAITS = {1, 2, 4, 8, 16, 30};

    private static final int STEP_MILLIS = 100;

    private final Book book;
    private final Progress progress;
    private final Stop stop;

    Patience(Book book, Progress progress, Stop stop) {
        this.book = book;
        this.progress = progress;
        this.stop = stop;
    }

    <T> T have(Supplier<T> work) {
        for (var wait : WAITS) {
            try {
                return work.get();
            } catch (RuntimeException e) {
                var state = PassingFailures.state(e);
                if (!book.isShared() || state.isEmpty()) {
                    throw e;
                }
                progress.say(
                        "the database does not answer (%s); the batch goes on in %d s".formatted(state.get(), wait));
            }
            sleep(wait);
        }
        return work.get();
    }

    private void sleep(int seconds) {
        try {
            for (var left = seconds * 1000; left > 0; left -= STEP_MILLIS) {
                stop.check();
                Thread.sleep(STEP_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("nobody interrupts a batch", e);
        }
    }
}
