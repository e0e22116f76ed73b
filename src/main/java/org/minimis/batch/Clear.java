package org.minimis.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.minimis.ledger.BatchTable;
import org.minimis.ledger.Book;
import org.minimis.ledger.BookException;
import org.minimis.ledger.PrivateFiles;

/** Clears manifests as one batch: what the command {@code clear} calls. */
public final class Clear {

    private final ClearRequest request;
    private final Clearing clearing;
    private final ReportWriter report;
    private final Progress progress;

    public Clear(ClearRequest request, Clearing clearing, ReportWriter report, Progress progress) {
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
        var lock = RunLock.take(request.out(), request.db());
        var workers = Executors.newFixedThreadPool(request.threads());
        try {
            return clear(found, workers);
        } finally {
            // Never at once: an interrupted thread closes H2's file under it.
            workers.shutdown();
            lock.close();
        }
    }

    private List<Intake.Found> find() {
        try {
            return Intake.find(request.paths());
        } catch (IOException e) {
            throw ClearException.outOfReach("the manifests cannot be listed; check the folders and their rights", e);
        }
    }

    private ClearResult clear(List<Intake.Found> found, ExecutorService workers) {
        var handovers = unpack(found, workers);
        var digests = handovers.stream().map(Handover::digest).toList();
        var batch = BatchId.of(digests, clearing.lawDigest(), request.accepted(), request.correction());
        try (var book = Book.open(request.db())) {
            var folder = new BatchFolder(request.out().resolve(batch));
            var run = new Run(request, clearing, report, progress, folder, book);
            if (isCompleted(book, batch)) {
                return alreadyCleared(run, batch);
            }
            return execute(run, batch, handovers, workers);
        } catch (BookException e) {
            throw new ClearException(
                    e.isHeldByAnother() ? ClearException.HELD : ClearException.OUT_OF_REACH, e.getMessage(), e);
        }
    }

    private List<Handover> unpack(List<Intake.Found> found, ExecutorService workers) {
        var unpacking = new Unpacking(unpacked());
        var futures = new ArrayList<Future<Handover>>();
        for (var manifest : found) {
            var ordinal = futures.size() + 1;
            futures.add(workers.submit(() -> unpacking.unpack(manifest, ordinal)));
        }
        var handovers = new ArrayList<Handover>();
        try {
            for (var future : futures) {
                handovers.add(future.get());
            }
            return handovers;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a manifest could not be unpacked", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("nobody interrupts a batch", e);
        }
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
            throw unreadable(run, e);
        }
    }

    private ClearResult execute(Run run, String batch, List<Handover> handovers, ExecutorService workers) {
        try {
            clearing.keepLaw(request.out());
            new ClearJob(run, new Receive(run, batch, handovers), workers).execute(batch);
            removeWork(run);
            return Results.of(run.folder(), run.plan(), run::failure);
        } catch (ClearException e) {
            return incomplete(run, e);
        } catch (IOException e) {
            throw unreadable(run, e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("batch %s cannot be run".formatted(batch), e);
        }
    }

    private static ClearResult incomplete(Run run, ClearException stopped) {
        if (stopped.exitCode() != ClearException.INCOMPLETE) {
            throw stopped;
        }
        try {
            return Results.of(run.folder(), run.plan(), run::failure);
        } catch (IOException e) {
            throw unreadable(run, e);
        }
    }

    private static ClearException unreadable(Run run, IOException e) {
        return ClearException.outOfReach(
                run.folder().root() + ": the batch cannot be read or written; check the disk", e);
    }

    /** Keys and unpacked manifests are of no use any more when all is published. */
    private void removeWork(Run run) throws IOException {
        try (Stream<Path> files = Files.list(run.folder().work())) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(run.folder().work());
        for (var manifest : run.plan().manifests()) {
            if (manifest.file().startsWith(unpacked().toAbsolutePath().normalize())) {
                Files.deleteIfExists(manifest.file());
            }
        }
        PrivateFiles.sync(run.folder().root());
    }
}
