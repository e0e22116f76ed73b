package org.minimis.batch;

import java.io.IOException;
import org.minimis.ledger.AttemptTable;
import org.minimis.ledger.SliceTable;

/** What the manager does with a slice of a step that workers do: whether it is done already, and how an attempt comes to count. */
interface RemoteWork {

    boolean isDone(SliceName slice) throws IOException;

    /** @throws IOException when the attempt cannot count; its manifest fails */
    void keep(SliceName slice, AttemptTable.Row attempt) throws IOException;

    /** Makes what was kept survive. */
    default void sync() throws IOException {}

    static RemoteWork screen(Run run) {
        var files = new AttemptFiles(run.folder(), run.plan());
        return new RemoteWork() {
            @Override
            public boolean isDone(SliceName slice) {
                return java.nio.file.Files.exists(run.folder().keys(slice));
            }

            @Override
            public void keep(SliceName slice, AttemptTable.Row attempt) throws IOException {
                files.keepScreening(slice, attempt.job(), attempt.attempt());
                files.forget(slice);
            }

            @Override
            public void sync() throws IOException {
                files.sync();
            }
        };
    }

    static RemoteWork clear(Run run) {
        var files = new AttemptFiles(run.folder(), run.plan());
        return new RemoteWork() {
            @Override
            public boolean isDone(SliceName slice) {
                try {
                    JournalReader.last(run.folder().journal(slice));
                    return true;
                } catch (IOException e) {
                    return false; // a worker goes on with it
                }
            }

            @Override
            public void keep(SliceName slice, AttemptTable.Row attempt) throws IOException {
                if (run.isChanged(run.plan().manifest(slice.manifest()))) {
                    throw new IOException("it was changed while it was read");
                }
                files.keepJournal(slice, attempt.job(), attempt.attempt());
                files.forget(slice);
                var info = run.plan().slice(slice);
                run.progress().cleared(attempt.records(), info.to() - info.from());
            }

            @Override
            public void sync() throws IOException {
                files.sync();
            }
        };
    }

    static RemoteWork load(Run run) {
        return new RemoteWork() {
            @Override
            public boolean isDone(SliceName slice) {
                var id = SliceTable.id(run.plan().manifest(slice.manifest()).id(), slice.slice());
                return run.book().read(book -> new SliceTable(book).has(id));
            }

            @Override
            public void keep(SliceName slice, AttemptTable.Row attempt) {}
        };
    }
}
