package org.minimis.batch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.minimis.ledger.AttemptTable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.partition.support.AbstractPartitionHandler;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/**
 * Has the slices of a step worked on by workers in other processes. Nobody replies: the manager asks the book, beside the job
 * repository, how far they are, sends again what was lost, and decides which attempt counts.
 */
final class RemoteParts extends AbstractPartitionHandler {

    private final String step;
    private final Run run;
    private final Remote remote;
    private final JobRepository repository;
    private final SliceSender sender;
    private final Function<Run, RemoteWork> works;
    private final Map<Long, StepExecution> open = new LinkedHashMap<>();
    private final Map<Long, StepExecution> ended = new LinkedHashMap<>();

    RemoteParts(
            String step,
            Run run,
            Remote remote,
            JobRepository repository,
            SliceSender sender,
            Function<Run, RemoteWork> works) {
        this.step = step;
        this.run = run;
        this.remote = remote;
        this.repository = repository;
        this.sender = sender;
        this.works = works;
    }

    @Override
    protected Set<StepExecution> doHandle(StepExecution manager, Set<StepExecution> parts) throws IOException {
        open.clear();
        ended.clear();
        var work = works.apply(run);
        var job = manager.getJobExecutionId();
        for (var part : parts) {
            if (work.isDone(SliceName.parse(Partitions.keyOf(part)))) {
                end(part, BatchStatus.COMPLETED);
                repository.update(part);
            } else {
                open.put(part.getId(), part);
            }
        }
        if (!open.isEmpty()) {
            send(job);
            follow(job, parts.size(), work);
        }
        return new HashSet<>(ended.values());
    }

    private void send(long job) {
        var slices = open.values().stream()
                .map(part -> new AttemptTable.Open(part.getId(), Partitions.keyOf(part)))
                .toList();
        var batch = run.plan().batch();
        run.patience().have(() -> {
            run.book().write(book -> new AttemptTable(book).open(batch, job, step, slices));
            return slices;
        });
        for (var slice : slices) {
            send(new SliceRequest(batch, job, slice.execution(), step, slice.slice(), 1));
        }
    }

    private void send(SliceRequest request) {
        sender.send(request);
    }

    private void follow(long job, int parts, RemoteWork work) throws IOException {
        var watch = new Untaken(remote.untaken());
        while (ended.size() < parts) {
            var left = run.patience().have(() -> {
                run.check();
                return run.book().read(book -> new AttemptTable(book).left(job, step));
            });
            var news = keep(left, work);
            reopen(job);
            switch (watch.see(left, !news.isEmpty())) {
                case WAITING -> {}
                case SEND_AGAIN ->
                    left.stream()
                            .filter(row -> row.state().equals(AttemptTable.OPEN))
                            .forEach(row -> send(request(row)));
                case GIVE_UP ->
                    throw new ClearException(
                            ClearException.OUT_OF_REACH,
                            ("no worker takes a slice for %d s; start 'minimis worker' with the same --broker, --db and --out,"
                                            + " then rerun")
                                    .formatted(remote.untaken().toSeconds()));
            }
            if (news.isEmpty()) {
                watch.rest();
            }
        }
    }

    private static SliceRequest request(AttemptTable.Row row) {
        return new SliceRequest(row.batch(), row.job(), row.execution(), row.step(), row.slice(), row.sent());
    }

    /** Gives what is done its name, and then only marks it. */
    private List<Long> keep(List<AttemptTable.Row> left, RemoteWork work) throws IOException {
        var kept = new ArrayList<Long>();
        for (var row : left) {
            if (row.state().equals(AttemptTable.DONE) || row.state().equals(AttemptTable.FAILED)) {
                keep(row, work);
                kept.add(row.execution());
            }
        }
        if (!kept.isEmpty()) {
            work.sync();
            run.patience().have(() -> {
                run.book().write(book -> new AttemptTable(book).keep(kept));
                return kept;
            });
        }
        return kept;
    }

    private void keep(AttemptTable.Row row, RemoteWork work) {
        var part = part(row.execution());
        var slice = SliceName.parse(row.slice());
        if (row.state().equals(AttemptTable.FAILED)) {
            fail(part, new WorkerFailure(row.exitCode(), row.said()));
            return;
        }
        try {
            work.keep(slice, row);
            part.setReadCount(row.records());
            end(part, BatchStatus.COMPLETED);
        } catch (IOException e) {
            fail(part, e);
        }
    }

    /** As the manager has it; the worker has written its own into the job repository. */
    private StepExecution part(long execution) {
        var part = open.get(execution);
        if (part == null) {
            throw new IllegalStateException("execution %d is none of this step's".formatted(execution));
        }
        return part;
    }

    private void fail(StepExecution part, Exception failure) {
        part.addFailureException(failure);
        end(part, BatchStatus.FAILED);
    }

    private void end(StepExecution part, BatchStatus status) {
        part.setStatus(status);
        part.setExitStatus(status == BatchStatus.COMPLETED ? ExitStatus.COMPLETED : ExitStatus.FAILED);
        ended.put(part.getId(), part);
    }

    private void reopen(long job) {
        var reopened = run.patience()
                .have(() -> run.book()
                        .read(book -> new AttemptTable(book)
                                .reopen(job, step, remote.silent().toSeconds())));
        for (var row : reopened) {
            run.progress()
                    .say(
                            row.state().equals(AttemptTable.REFUSED)
                                    ? "worker %s refuses slice %s: %s".formatted(row.worker(), row.slice(), row.said())
                                    : "worker %s has not moved on slice %s for %d s; another one gets it"
                                            .formatted(row.worker(), row.slice(), row.quietSeconds()));
            send(request(row));
        }
    }
}
