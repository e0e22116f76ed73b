package org.minimis.batch;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.minimis.ledger.AttemptTable;

/**
 * Watches whether workers take slices at all. While slices are open and nothing moves, messages may have been lost with a
 * broker: they are sent again, each time after a longer while, until the batch gives up.
 */
final class Untaken {

    private static final long AGAIN_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final int REST_MILLIS = 20;
    private static final int REST_MAX_MILLIS = 200;

    private final Duration limit;
    private long moved = System.nanoTime();
    private long again = AGAIN_NANOS;
    private int taken;
    private int rest = REST_MILLIS;

    Untaken(Duration limit) {
        this.limit = limit;
    }

    /** What is to be done. */
    enum Advice {
        WAITING,
        SEND_AGAIN,
        GIVE_UP
    }

    Advice see(List<AttemptTable.Row> left, boolean news) {
        var attempts = left.stream().mapToInt(AttemptTable.Row::attempt).sum();
        var isOpen = left.stream().anyMatch(row -> row.state().equals(AttemptTable.OPEN));
        var isTaken = left.stream().anyMatch(row -> row.state().equals(AttemptTable.TAKEN));
        var now = System.nanoTime();
        if (news || attempts != taken || !isOpen) {
            taken = attempts;
            moved = now;
            again = AGAIN_NANOS;
            rest = REST_MILLIS;
            return Advice.WAITING;
        }
        if (!isTaken && now - moved > limit.toNanos()) {
            return Advice.GIVE_UP;
        }
        if (now - moved > again) {
            again += 2 * (now - moved);
            return Advice.SEND_AGAIN;
        }
        return Advice.WAITING;
    }

    /** A little, then longer. */
    void rest() {
        try {
            Thread.sleep(rest);
            rest = Math.min(2 * rest, REST_MAX_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("nobody interrupts a batch", e);
        }
    }
}
