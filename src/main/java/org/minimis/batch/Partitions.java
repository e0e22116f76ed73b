package org.minimis.batch;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.partition.StepExecutionAggregator;
import org.springframework.batch.core.partition.support.SimpleStepExecutionSplitter;
import org.springframework.batch.core.partition.support.TaskExecutorPartitionHandler;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.core.task.TaskExecutor;

/**
 * Steps that are split by slice or by manifest. All parts are run again in every execution: each looks for itself, in the
 * journals or in the book, what is left to do.
 */
final class Partitions {

    /** The job goes on with the manifests that are left; a flow would end at any other code. */
    private static final ExitStatus INCOMPLETE = new ExitStatus(ExitStatus.COMPLETED.getExitCode(), "INCOMPLETE");

    private final Run run;
    private final JobRepository repository;

    Partitions(Run run, JobRepository repository) {
        this.run = run;
        this.repository = repository;
    }

    /**
     * A step with a part for each key, which are begun in that order.
     *
     * @param keys asked when the step begins; the part's manifest is the number behind their first letter
     */
    Step step(Step worker, Supplier<List<String>> keys, TaskExecutor executor) throws Exception {
        var handler = new TaskExecutorPartitionHandler() {
            /** Begins the first part first: whoever follows waits for it, and not for all. */
            @Override
            protected Set<StepExecution> doHandle(StepExecution manager, Set<StepExecution> parts) throws Exception {
                var inOrder = new TreeSet<>(Comparator.comparingLong(StepExecution::getId));
                inOrder.addAll(parts);
                return super.doHandle(manager, inOrder);
            }
        };
        handler.setStep(worker);
        handler.setTaskExecutor(executor);
        handler.afterPropertiesSet();
        return step(worker.getName(), keys, handler);
    }

    /** @param handler has the parts worked on, here or elsewhere */
    Step step(String name, Supplier<List<String>> keys, PartitionHandler handler) throws Exception {
        Partitioner partitioner = gridSize -> {
            run.progress().step(name);
            return contexts(keys.get());
        };
        var splitter = new SimpleStepExecutionSplitter(repository, name, partitioner);
        splitter.setAllowStartIfComplete(true);
        return new StepBuilder(name, repository)
                .allowStartIfComplete(true)
                .partitioner(name, partitioner)
                .splitter(splitter)
                .partitionHandler(handler)
                .aggregator(aggregator())
                .build();
    }

    private static Map<String, ExecutionContext> contexts(List<String> keys) {
        var contexts = new LinkedHashMap<String, ExecutionContext>();
        keys.forEach(key -> contexts.put(key, new ExecutionContext()));
        return contexts;
    }

    /** Which part this is: what stands behind the step's name. */
    static String keyOf(StepExecution execution) {
        var name = execution.getStepName();
        return name.substring(name.indexOf(':') + 1);
    }

    /** A part that fails takes its manifest with it, not the night; what stops the night is thrown. */
    private StepExecutionAggregator aggregator() {
        return (result, parts) -> {
            result.setExitStatus(ExitStatus.COMPLETED);
            var failed = parts.stream()
                    .filter(part -> part.getStatus() != BatchStatus.COMPLETED)
                    .sorted(Comparator.comparing(StepExecution::getStepName))
                    .toList();
            throwFatal(failed);
            for (var part : failed) {
                var manifest = run.plan().manifest(manifestOf(keyOf(part)));
                run.fail(manifest.ordinal(), reason(part, manifest.fileName()));
                result.setExitStatus(INCOMPLETE);
            }
            result.setReadCount(
                    parts.stream().mapToLong(StepExecution::getReadCount).sum());
            result.setWriteCount(
                    parts.stream().mapToLong(StepExecution::getWriteCount).sum());
        };
    }

    private static void throwFatal(Collection<StepExecution> failed) {
        for (var part : failed) {
            for (var failure : part.getFailureExceptions()) {
                Failures.fatal(failure).ifPresent(fatal -> {
                    throw fatal;
                });
            }
        }
    }

    /** Why a part has failed, for the operator. */
    static String reason(StepExecution part, String fileName) {
        return part.getFailureExceptions().stream()
                .findFirst()
                .map(failure -> Failures.reason(fileName, failure))
                .orElse("%s: it was stopped before its end; rerun".formatted(fileName));
    }

    private static int manifestOf(String key) {
        var dash = key.indexOf('-');
        return Integer.parseInt(key, 1, dash < 0 ? key.length() : dash, 10);
    }
}
