package org.minimis.batch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.minimis.ledger.Book;
import org.minimis.ledger.BookException;

/**
 * Screens, clears and loads slices of whatever batches their managers send: what the command {@code worker} calls. It decides
 * nothing and publishes nothing, so that any number may come and go while a batch runs.
 */
public final class Worker {

    private static final int STEP_MILLIS = 100;

    private final Settings settings;
    private final Progress progress;
    private final Stop stop;
    private final AtomicInteger working = new AtomicInteger();
    private final AtomicLong lastSeen = new AtomicLong(System.nanoTime());

    public Worker(Settings settings, Progress progress, Stop stop) {
        this.settings = settings;
        this.progress = progress;
        this.stop = stop;
    }

    /**
     * How a worker is set up.
     *
     * @param out the folder of the batches, which it shares with their managers
     * @param db the address of the book
     * @param slices on which it works at once
     * @param name by which managers and the database know it
     * @param idle after which it ends because there is nothing to do; zero for never
     */
    public record Settings(Broker broker, Path out, String db, int slices, String name, Duration idle) {}

    /**
     * Works until it is stopped, or has had nothing to do for long enough.
     *
     * @throws ClearException with the exit code of what stops it
     */
    public void work() {
        try (var book = Book.open(settings.db(), settings.name())) {
            var work = new SliceWork(settings, book, progress, stop);
            try (var channel = SliceChannel.in(
                    settings.broker(), settings.slices(), (request, again) -> count(work, request, again), progress)) {
                progress.say("worker %s waits for slices".formatted(settings.name()));
                await(channel, work);
            }
        } catch (BookException e) {
            throw new ClearException(ClearException.OUT_OF_REACH, e.getMessage(), e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the worker cannot be run", e);
        }
    }

    private void count(SliceWork work, SliceRequest request, boolean again) {
        working.incrementAndGet();
        try {
            work.receive(request, again);
        } finally {
            lastSeen.set(System.nanoTime());
            working.decrementAndGet();
        }
    }

    private void await(SliceChannel channel, SliceWork work) throws InterruptedException {
        while (!isIdle()) {
            if (stop.requested() != 0) {
                throw new ClearException(stop.requested(), "stopped; what it was at goes to other workers");
            }
            if (work.refusal().isPresent()) {
                throw work.refusal().get();
            }
            if (!channel.isReceiving()) {
                throw new ClearException(
                        ClearException.OUT_OF_REACH,
                        "the broker %s was away for more than %d s; check it, then start the worker again"
                                .formatted(
                                        settings.broker().shown(),
                                        settings.broker().gone().toSeconds()));
            }
            Thread.sleep(STEP_MILLIS);
        }
    }

    private boolean isIdle() {
        return !settings.idle().isZero()
                && working.get() == 0
                && System.nanoTime() - lastSeen.get() > settings.idle().toNanos();
    }
}
