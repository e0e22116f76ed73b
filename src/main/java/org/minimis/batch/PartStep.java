package org.minimis.batch;

import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.transaction.PlatformTransactionManager;

/** A step that works on one slice, manifest or file, whichever the name of its execution says. */
final class PartStep {

    private PartStep() {}

    /** Works on one slice, manifest or file. */
    @FunctionalInterface
    interface Part<K> {
        void work(K key) throws Exception;
    }

    static Step of(
            Run run,
            JobRepository repository,
            PlatformTransactionManager transactions,
            String name,
            Part<String> part) {
        return new StepBuilder(name, repository)
                .allowStartIfComplete(true)
                .tasklet(
                        (contribution, context) -> {
                            run.check();
                            part.work(Partitions.keyOf(context.getStepContext().getStepExecution()));
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .build();
    }
}
