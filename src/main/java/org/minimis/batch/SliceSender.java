package org.minimis.batch;

import java.util.concurrent.TimeUnit;
import org.springframework.jms.JmsException;

/** Sends slices to workers, and waits for a broker that is away. */
final class SliceSender implements AutoCloseable {

    private static final int WAIT_MILLIS = 500;
    private static final int WAIT_MAX_MILLIS = 10_000;
    private static final int STEP_MILLIS = 100;

    private final Broker broker;
    private final SliceChannel channel;
    private final Progress progress;
    private final Stop stop;

    SliceSender(Broker broker, Progress progress, Stop stop) {
        this.broker = broker;
        this.progress = progress;
        this.stop = stop;
        channel = SliceChannel.out(broker, progress);
    }

    /** @throws ClearException when the broker is away for longer than it may */
    synchronized void send(SliceRequest request) {
        var began = System.nanoTime();
        for (var wait = WAIT_MILLIS; ; wait = Math.min(2 * wait, WAIT_MAX_MILLIS)) {
            try {
                channel.send(request);
                return;
            } catch (JmsException e) {
                if (System.nanoTime() - began > broker.gone().toNanos()) {
                    throw ClearException.outOfReach(
                            "the broker %s does not take messages for %d s; check it and who may use it, then rerun"
                                    .formatted(broker.shown(), broker.gone().toSeconds()),
                            e);
                }
                if (wait == WAIT_MILLIS) {
                    progress.say("the broker %s does not answer; waiting for it".formatted(broker.shown()));
                }
                sleep(wait);
            }
        }
    }

    private void sleep(int millis) {
        try {
            for (var left = millis; left > 0; left -= STEP_MILLIS) {
                stop.check();
                TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("nobody interrupts a batch", e);
        }
    }

    @Override
    public void close() {
        channel.close();
    }
}
