package org.minimis.batch;

import java.io.IOException;
import org.minimis.ledger.FailPoints;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.ResourcelessJobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.ChunkOrientedStepBuilder;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;

/**
 * Clears one slice: reads, assesses, and writes a frame for each chunk. Which slice, the name of the step execution says.
 *
 * <p>Each execution gets reader, writer and chunk-oriented step of its own, because they hold the slice's state.
 */
final class SliceStep implements Step {

    private final Opening opening;
    private final Run run;
    private final JobRepository repository;

    /** Opens the journal of a slice. */
    @FunctionalInterface
    interface Opening {
        SliceJournal open(SliceName name) throws IOException;

        /** It has been cleared to its end. */
        default void finished(SliceName name, SliceJournal journal) {}
    }

    SliceStep(Run run, JobRepository repository, Opening opening) {
        this.opening = opening;
        this.run = run;
        this.repository = repository;
    }

    @Override
    public String getName() {
        return ClearJob.CLEAR;
    }

    @Override
    public boolean isAllowStartIfComplete() {
        return true;
    }

    @Override
    public void execute(StepExecution execution) {
        try {
            clear(SliceName.parse(Partitions.keyOf(execution)), execution);
        } catch (Exception e) {
            execution.setStatus(BatchStatus.FAILED);
            execution.addFailureException(e);
        }
        repository.update(execution);
    }

    private void clear(SliceName name, StepExecution execution) throws Exception {
        var slice = run.plan().slice(name);
        var taken = Taken.read(run.folder().repeats(name));
        var companions = Companions.read(run.folder().together(name));
        try (var journal = open(name);
                var records = new SliceRecords(
                        run.clearing(),
                        run.plan().manifest(name.manifest()),
                        slice,
                        journal,
                        taken,
                        companions,
                        run.request().chunk());
                var originals = originals(name, journal)) {
            chunks(slice, journal, records, originals).execute(execution);
            if (execution.getStatus() == BatchStatus.COMPLETED && records.isAtEnd() && !journal.isFinished()) {
                if (run.isChanged(run.plan().manifest(name.manifest()))) {
                    throw new IOException("it was changed while it was read");
                }
                finish(slice, journal);
            }
            if (execution.getStatus() == BatchStatus.COMPLETED && !journal.isFinished()) {
                // Spring Batch calls a step complete that was interrupted between two chunks.
                throw new IOException("the slice was stopped before its end");
            }
            if (journal.isFinished()) {
                opening.finished(name, journal);
            }
        }
    }

    private SliceJournal open(SliceName name) {
        try {
            return opening.open(name);
        } catch (IOException e) {
            throw outOfReach(e);
        }
    }

    /** An order to cancel is no manifest that could be mended. */
    private Originals originals(SliceName name, SliceJournal journal) throws IOException {
        var manifest = run.plan().manifest(name.manifest());
        return journal.isFinished() || run.corrected().cancels()
                ? Originals.NONE
                : Originals.of(
                        manifest.file(),
                        manifest.format(),
                        manifest.slices().get(0).from());
    }

    /** Its chunks ask no database: where the slice stands its journal says, and the job repository is told how it ended. */
    private Step chunks(SliceInfo slice, SliceJournal journal, SliceRecords records, Originals originals) {
        var clearer = new RecordClearer(run.clearing(), run.corrected());
        var builder = new FrameBuilder(
                originals, journal.lastWholeFrame().map(Frame::offset).orElse(slice.from()));
        return new ChunkOrientedStepBuilder<SliceRecords.Portion, SliceRecords.Portion>(
                        ClearJob.CLEAR, new ResourcelessJobRepository(), 1)
                .reader(records)
                .writer(portions -> {
                    for (var portion : portions) {
                        clear(portion, clearer, builder, journal);
                    }
                })
                .transactionManager(new ResourcelessTransactionManager())
                .build();
    }

    private void clear(SliceRecords.Portion portion, RecordClearer clearer, FrameBuilder builder, SliceJournal journal)
            throws IOException {
        for (var record = portion.next(); record != null; record = portion.next()) {
            builder.add(clearer.clear(record));
            if (builder.isFull()) {
                append(journal, builder);
            }
        }
        if (!builder.isEmpty()) {
            append(journal, builder);
        }
    }

    /** The journal forces it to the disk while the next frame is made. */
    private void append(SliceJournal journal, FrameBuilder builder) {
        var frame = builder.frame();
        run.check();
        try {
            journal.append(frame);
            FailPoints.hit("frame");
        } catch (IOException e) {
            throw outOfReach(e);
        }
        run.progress().cleared((int) frame.counts().records(), frame.offset() - builder.from());
        builder.clear();
    }

    private void finish(SliceInfo slice, SliceJournal journal) {
        try {
            FailPoints.hit("slice-read");
            journal.finish(slice.to());
            FailPoints.hit("slice-finished");
        } catch (IOException e) {
            throw outOfReach(e);
        }
    }

    private ClearException outOfReach(IOException e) {
        return ClearException.outOfReach(
                run.folder().journals() + ": a journal cannot be written (" + e.getMessage()
                        + "); check the disk, then rerun",
                e);
    }
}
