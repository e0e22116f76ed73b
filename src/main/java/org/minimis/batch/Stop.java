package org.minimis.batch;

/** Asks a running batch to end at its next chunk. What is done stays done, and a rerun goes on behind it. */
public final class Stop {

    private volatile int exitCode;

    /** From another thread: the batch ends with this code. */
    public void request(int code) {
        exitCode = code;
    }

    /** The code that was asked for; 0 where nobody wants it to end. */
    int requested() {
        return exitCode;
    }

    /** @throws ClearException when somebody wants the batch to end */
    void check() {
        if (exitCode != 0) {
            throw new ClearException(exitCode, "stopped; 'minimis rerun' goes on where it stood");
        }
    }
}
