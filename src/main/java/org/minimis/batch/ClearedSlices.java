package org.minimis.batch;

import java.util.HashSet;
import java.util.Set;

/** Tells who loads the book which slices have been cleared, while others still are. */
final class ClearedSlices {

    private final Set<SliceName> cleared = new HashSet<>();
    private boolean closed;

    synchronized void add(SliceName slice) {
        cleared.add(slice);
        notifyAll();
    }

    /** No slice will be cleared any more. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    /**
     * Waits for a slice.
     *
     * @return whether it has been cleared to its end
     */
    synchronized boolean await(SliceName slice) throws InterruptedException {
        while (!closed && !cleared.contains(slice)) {
            wait();
        }
        return cleared.contains(slice);
    }
}
