package org.minimis.batch;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** Tells who loads the book and who joins declarations which slices have been cleared, while others still are. */
final class ClearedSlices {

    private final Set<SliceName> cleared = new HashSet<>();
    private boolean closed;

    /** Opens the journals in the batch's folder, and knows each as cleared when it is finished. */
    SliceStep.Opening opening(BatchFolder folder) {
        return new SliceStep.Opening() {
            @Override
            public SliceJournal open(SliceName name) throws IOException {
                return SliceJournal.open(folder.journal(name));
            }

            @Override
            public void finished(SliceName name, SliceJournal journal) {
                add(name);
            }
        };
    }

    private synchronized void add(SliceName slice) {
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
    synchronized boolean await(SliceName slice) {
        try {
            while (!closed && !cleared.contains(slice)) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("nobody interrupts a batch", e);
        }
        return cleared.contains(slice);
    }
}
