package org.minimis.batch;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.minimis.ledger.AttemptTable;
import org.minimis.ledger.Book;
import org.minimis.ledger.FailPoints;
import org.minimis.ledger.PassingFailures;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.integration.partition.StepExecutionRequest;
import org.springframework.batch.integration.partition.StepExecutionRequestHandler;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** What a worker does with a request for a slice, whoever else has had it before. */
final class SliceWork implements SliceChannel.Receiver {

    private static final int OVERLAPS_MAX = 5;

    private final Worker.Settings settings;
    private final Book book;
    private final Progress progress;
    private final Stop stop;
    private final PlatformTransactionManager transactions;
    private final JobRepository repository;
    private volatile Optional<ClearException> refusal = Optional.empty();
    private @Nullable WorkerBatch batch;

    SliceWork(Worker.Settings settings, Book book, Progress progress, Stop stop) throws Exception {
        this.settings = settings;
        this.book = book;
        this.progress = progress;
        this.stop = stop;
        transactions = new JdbcTransactionManager(book.dataSource());
        repository = ClearJob.repository(book, transactions);
    }

    /** Why this worker may not work on a batch, if it may not. */
    Optional<ClearException> refusal() {
        return refusal;
    }

    @Override
    public void receive(SliceRequest request, boolean again) {
        stop.check();
        refusal.ifPresent(refused -> {
            throw refused;
        });
        var isAgain = new AtomicBoolean(again);
        new Patience(book, progress, stop).have(() -> {
            work(request, isAgain.getAndSet(true), OVERLAPS_MAX);
            return request;
        });
    }

    private void work(SliceRequest request, boolean again, int overlaps) {
        var taken = book.read(connection -> {
            var table = new AttemptTable(connection);
            var one = table.take(request.execution(), request.batch(), request.sent(), settings.name(), again);
            var lost = one.flatMap(AttemptTable.Taken::before).filter(before -> !before.equals(settings.name()));
            if (lost.isPresent()) {
                table.endSessions(lost.get());
            }
            return one;
        });
        if (taken.isEmpty()) {
            // Done, or with somebody else: this message has come twice or late.
            return;
        }
        FailPoints.hit("taken");
        var attempt = new Attempt(book, request, taken.get().attempt());
        try {
            judge(execute(attempt), attempt);
        } catch (OptimisticLockingFailureException e) {
            // Whoever had the slice before has just written its last.
            if (overlaps == 0) {
                throw e;
            }
            work(request, true, overlaps - 1);
        }
    }

    private StepExecution execute(Attempt attempt) {
        var request = attempt.request();
        WorkerBatch known;
        try {
            known = batch(request);
        } catch (IOException e) {
            throw refuse(
                    attempt,
                    ClearException.outOfReach(
                            "%s: the batch cannot be read (%s); check the disk"
                                    .formatted(settings.out(), e.getMessage()),
                            e));
        } catch (ClearException e) {
            throw refuse(attempt, e);
        }
        var handler = new StepExecutionRequestHandler();
        handler.setJobRepository(repository);
        handler.setStepLocator(
                name -> new WorkerSteps(known, settings, book, repository, transactions, attempt, stop).step(name));
        return handler.handle(new StepExecutionRequest(request.step(), request.execution()));
    }

    private ClearException refuse(Attempt attempt, ClearException why) {
        attempt.refused(why.getMessage());
        refusal = Optional.of(why);
        return why;
    }

    private synchronized WorkerBatch batch(SliceRequest request) throws IOException {
        var known = batch;
        if (known == null || known.job() != request.job()) {
            known = WorkerBatch.open(settings.out(), request, known);
            batch = known;
        }
        return known;
    }

    private void judge(StepExecution execution, Attempt attempt) {
        if (attempt.isLate()) {
            progress.say("slice %s of batch %s: somebody else has it now"
                    .formatted(attempt.request().slice(), attempt.request().batch()));
            return;
        }
        if (execution.getStatus() == BatchStatus.COMPLETED) {
            FailPoints.hit("slice-done");
            if (attempt.done()) {
                attempt.tell(progress);
                ClearJob.took(progress, attempt.request().step(), execution);
            }
            FailPoints.hit("slice-told");
            return;
        }
        stop.check();
        for (var failure : execution.getFailureExceptions()) {
            if (failure instanceof OptimisticLockingFailureException overlap) {
                throw overlap;
            }
            if (PassingFailures.isPassing(failure)) {
                throw new IllegalStateException("the book does not answer", failure);
            }
        }
        fail(execution, attempt);
    }

    private void fail(StepExecution execution, Attempt attempt) {
        var slice = SliceName.parse(attempt.request().slice());
        var name = java.util.Objects.requireNonNull(batch)
                .plan()
                .manifest(slice.manifest())
                .fileName();
        for (var failure : execution.getFailureExceptions()) {
            var fatal = Failures.fatal(failure);
            if (fatal.isPresent()) {
                var code = fatal.get() instanceof ClearException clear ? clear.exitCode() : ClearException.SETTINGS;
                attempt.failed(code, String.valueOf(fatal.get().getMessage()));
                return;
            }
        }
        attempt.failed(0, Partitions.reason(execution, name));
    }
}
