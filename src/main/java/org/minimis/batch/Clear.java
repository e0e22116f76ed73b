package org.minimis.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.minimis.ledger.AttemptTable;
import org.minimis.ledger.BatchTable;
import org.minimis.ledger.Book;
import org.minimis.ledger.BookException;
import org.minimis.ledger.FailPoints;

/** Clears manifests as one batch: what the command {@code clear} calls. */
public final class Clear {

    private final ClearRequest request;
    private final Clearing clearing;
    private final ReportWriter report;
    private final Progress progress;
    private final Stop stop;
    private Future<?> law = CompletableFuture.completedFuture(null);

    public Clear(ClearRequest request, Clearing clearing, ReportWriter report, Progress progress) {
        this(request, clearing, report, progress, new Stop());
    }

    public Clear(ClearRequest request, Clearing clearing, ReportWriter report, Progress progress, Stop stop) {
        this.stop = stop;
        this.request = request;
        this.clearing = clearing;
        this.report = report;
        this.progress = progress;
    }

    /**
     * Clears, and goes on where an earlier attempt at the same batch stopped.
     *
     * @throws ClearException with the exit code of what stops the night; a manifest that fails does not, it is in the result
     */
    public ClearResult clear() {
        var found = find();
        return alone((workers, fence) -> {
            Asked.write(request);
            FailPoints.hit("asked");
            return run(unpack(found, workers), this::batch, workers, fence);
        });
    }

    private String batch(List<Handover> handovers) {
        return BatchId.of(
                handovers.stream().map(Handover::digest).toList(),
                clearing.lawDigest(),
                request.accepted(),
                request.correction());
    }

    /**
     * Goes on with a batch that failed, was stopped or killed. Manifests that failed are taken again from where they were
     * handed over, mended or not.
     *
     * @throws ClearException likewise, also when law or settings are not those that the batch began with
     */
    public ClearResult rerun(Unfinished unfinished) {
        if (unfinished.plan().isEmpty()) {
            return clear();
        }
        var plan = unfinished.plan().get();
        if (!plan.lawDigest().equals(clearing.lawDigest())) {
            throw new ClearException(
                    ClearException.SETTINGS,
                    ("law or settings are not those that batch %s began with; restore them, or move its folder away and"
                                    + " clear its manifests anew")
                            .formatted(plan.batch()));
        }
        return alone((workers, fence) -> {
            var open = plan.manifests().stream()
                    .filter(manifest -> !Journals.areFinished(folder(plan.batch()), manifest))
                    .map(Plan.Manifest::found)
                    .toList();
            return run(unpack(open, workers), handovers -> plan.batch(), workers, fence);
        });
    }

    /** What is done under the lock. */
    @FunctionalInterface
    private interface Locked {
        ClearResult run(ExecutorService workers, Runnable fence) throws IOException;
    }

    private ClearResult alone(Locked work) {
        var lock = RunLock.take(request.out(), request.db());
        var workers = Executors.newFixedThreadPool(request.threads());
        // Reading the whole law takes as long as opening the book, and so do the manifests: they go side by side.
        var keeper = Executors.newSingleThreadExecutor();
        law = keeper.submit(() -> {
            clearing.keepLaw(request.out());
            return null;
        });
        keeper.shutdown();
        try {
            return work.run(workers, lock::check);
        } catch (IOException e) {
            throw unreadable(request.out(), e);
        } finally {
            // Never at once: an interrupted thread closes H2's file under it.
            workers.shutdown();
            awaitQuietly(workers);
            awaitQuietly(keeper);
            lock.close();
        }
    }

    /** Nothing is written any more when the lock is given back. */
    private static void awaitQuietly(ExecutorService writing) {
        try {
            writing.awaitTermination(1, TimeUnit.HOURS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private BatchFolder folder(String batch) {
        return new BatchFolder(request.out().resolve(batch));
    }

    private List<Intake.Found> find() {
        try {
            return Intake.find(request.paths());
        } catch (IOException e) {
            throw ClearException.outOfReach("the manifests cannot be listed; check the folders and their rights", e);
        }
    }

    private ClearResult run(
            Unpacking.Begun unpacking, Function<List<Handover>, String> batch, ExecutorService workers, Runnable fence)
            throws IOException {
        var result = inBook(unpacking, batch, workers, fence);
        FailPoints.hit("book-closed");
        if (result.exitCode() == 0) {
            // Now the book is on the disk, too, and the batch is complete.
            new WorkFiles(folder(result.batch()), unpacked()).remove();
        }
        return result;
    }

    private ClearResult inBook(
            Unpacking.Begun unpacking, Function<List<Handover>, String> named, ExecutorService workers, Runnable fence)
            throws IOException {
        try (var book = Book.open(request.db())) {
            FailPoints.hit("book-opened");
            new Restoring(book, request.out()).restore().forEach(progress::say);
            var handovers = unpacking.await();
            var batch = named.apply(handovers);
            try (var hold = book.hold(batch)) {
                return run(book, batch, handovers, workers, () -> {
                    fence.run();
                    hold.check();
                });
            }
        } catch (SQLException e) {
            throw ClearException.outOfReach("the book does not answer; check the database", e);
        } catch (BookException e) {
            throw new ClearException(
                    e.isHeldByAnother() ? ClearException.HELD : ClearException.OUT_OF_REACH, e.getMessage(), e);
        }
    }

    private ClearResult run(Book book, String batch, List<Handover> handovers, ExecutorService workers, Runnable fence)
            throws IOException {
        var run = new Run(request, clearing, report, progress, folder(batch), book, stop, fence);
        if (isCompleted(book, batch)) {
            Asked.forget(request.out());
            return alreadyCleared(run, batch);
        }
        var remote = request.remote();
        if (remote == null || !remote.embedded()) {
            return run.patience().have(() -> execute(run, batch, handovers, workers));
        }
        return EmbeddedBroker.around(
                remote.broker().url(), () -> run.patience().have(() -> execute(run, batch, handovers, workers)));
    }

    private Unpacking.Begun unpack(List<Intake.Found> found, ExecutorService workers) {
        return new Unpacking(unpacked()).begin(found, workers, stop);
    }

    private Path unpacked() {
        return request.out().resolve(".unpacked");
    }

    private static boolean isCompleted(Book book, String batch) {
        return book.read(connection -> new BatchTable(connection).find(batch))
                .filter(row -> row.ended().equals(BatchTable.COMPLETED))
                .isPresent();
    }

    private ClearResult alreadyCleared(Run run, String batch) {
        try {
            var plan = PlanJson.read(run.folder().plan());
            if (plan.isEmpty()) {
                // Cleared into another folder.
                return new ClearResult(batch, run.folder().root(), true, List.of(), List.of());
            }
            var result = Results.of(run.folder(), plan.get(), run::failure);
            return new ClearResult(batch, result.folder(), true, result.manifests(), result.totals());
        } catch (IOException e) {
            throw unreadable(run.folder().root(), e);
        }
    }

    private ClearResult execute(Run run, String batch, List<Handover> handovers, ExecutorService workers) {
        try {
            law.get();
            clear(run, batch, new Receive(run, batch, handovers), workers);
            FailPoints.hit("ended");
            if (!BatchJson.saysCompleted(run.folder().file(BatchJson.NAME))) {
                throw new IllegalStateException("the job ended before its report");
            }
            return Results.of(run.folder(), run.plan(), run::failure);
        } catch (ClearException e) {
            return incomplete(run, e);
        } catch (IOException e) {
            throw unreadable(run.folder().root(), e);
        } catch (ExecutionException e) {
            throw Failures.fatal(e)
                    .or(() -> Failures.disk(e))
                    .orElseThrow(() -> new IllegalStateException("the law cannot be kept", e.getCause()));
        } catch (RuntimeException e) {
            throw Failures.fatal(e).orElse(e);
        } catch (Exception e) {
            throw new IllegalStateException("batch %s cannot be run".formatted(batch), e);
        }
    }

    private void clear(Run run, String batch, Receive receive, ExecutorService workers) throws Exception {
        if (!run.book().isShared()) {
            new ClearJob(run, receive, workers).execute(batch);
            return;
        }
        // Workers that are still at an earlier run of it are late.
        run.book().write(book -> new AttemptTable(book).forget(batch));
        var remote = request.remote();
        if (remote == null) {
            new ClearJob(run, receive, workers).execute(batch);
        } else {
            try (var sender = new SliceSender(remote.broker(), progress, stop)) {
                new ClearJob(run, receive, workers, sender).execute(batch);
            }
        }
        run.book().write(book -> new AttemptTable(book).forget(batch));
    }

    private static ClearResult incomplete(Run run, ClearException stopped) {
        if (stopped.exitCode() != ClearException.INCOMPLETE) {
            throw stopped;
        }
        try {
            return Results.of(run.folder(), run.plan(), run::failure);
        } catch (IOException e) {
            throw unreadable(run.folder().root(), e);
        }
    }

    private static ClearException unreadable(Path folder, IOException e) {
        return ClearException.outOfReach(
                folder + ": it cannot be read or written (%s); check the disk, then rerun".formatted(e.getMessage()),
                e);
    }
}
