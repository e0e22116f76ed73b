package org.minimis.batch;

import java.io.IOException;
import org.minimis.ledger.Book;
import org.minimis.ledger.PrivateFiles;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.transaction.PlatformTransactionManager;

/** The steps of the job {@code clear} that a worker does, each for one attempt at one slice. */
final class WorkerSteps implements SliceStep.Opening {

    private final WorkerBatch batch;
    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final Attempt attempt;
    private final Run run;
    private final AttemptFiles files;

    WorkerSteps(
            WorkerBatch batch,
            Worker.Settings settings,
            Book book,
            JobRepository repository,
            PlatformTransactionManager transactions,
            Attempt attempt,
            Stop stop) {
        this.batch = batch;
        this.repository = repository;
        this.transactions = transactions;
        this.attempt = attempt;
        files = new AttemptFiles(batch.folder(), batch.plan());
        var plan = batch.plan();
        var request = ClearRequest.of(
                        java.util.List.of(), plan.accepted(), settings.out(), settings.db(), settings.slices())
                .with(plan.choices());
        var counting = new Progress() {
            @Override
            public void cleared(long records, long bytes) {
                attempt.cleared(records);
            }
        };
        ReportWriter none = (connection, id, folder) -> {
            throw new IllegalStateException("only the manager reports");
        };
        run = new Run(request, batch.clearing(), none, counting, batch.folder(), book, stop, attempt::check);
        run.plan(plan);
    }

    Step step(String name) {
        return switch (name) {
            case "screen" -> part(name, this::screen);
            case ClearJob.CLEAR -> new SliceStep(run, repository, this);
            case "load" -> part(name, slice -> new Load(run).load(slice));
            default -> throw new IllegalArgumentException("workers know no step '%s'".formatted(name));
        };
    }

    private Step part(String name, PartStep.Part<SliceName> part) {
        return PartStep.of(run, repository, transactions, name, key -> part.work(SliceName.parse(key)));
    }

    private void screen(SliceName slice) throws IOException {
        PrivateFiles.folder(batch.folder().attempts());
        var job = attempt.request().job();
        Screening.screen(
                run.clearing(),
                run.plan().slice(slice),
                files.keys(slice, job, attempt.number()),
                files.members(slice, job, attempt.number()));
    }

    @Override
    public SliceJournal open(SliceName slice) throws IOException {
        return files.journal(slice, attempt.request().job(), attempt.number());
    }

    @Override
    public void finished(SliceName name, SliceJournal journal) {
        attempt.cleared(journal.counts(), journal.sums());
    }
}
