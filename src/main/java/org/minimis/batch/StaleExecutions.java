package org.minimis.batch;

import java.time.LocalDateTime;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/**
 * Executions that a killed process left behind as running or unknown. Whoever holds the lock knows that nobody runs them, and
 * what they did the journals say, so they are simply failed and can be started again.
 */
final class StaleExecutions {

    private StaleExecutions() {}

    static void fail(JobRepository repository, String job, JobParameters parameters) {
        var instance = repository.getJobInstance(job, parameters);
        if (instance == null) {
            return;
        }
        for (var execution : repository.getJobExecutions(instance)) {
            for (var step : execution.getStepExecutions()) {
                fail(repository, step);
            }
            if (isStale(execution.getStatus())) {
                execution.setStatus(BatchStatus.FAILED);
                execution.setEndTime(
                        execution.getLastUpdated() == null ? execution.getCreateTime() : execution.getLastUpdated());
                repository.update(execution);
            }
        }
    }

    private static void fail(JobRepository repository, StepExecution step) {
        if (isStale(step.getStatus())) {
            step.setStatus(BatchStatus.FAILED);
            LocalDateTime seen = step.getLastUpdated();
            step.setEndTime(seen == null ? step.getCreateTime() : seen);
            repository.update(step);
        }
    }

    private static boolean isStale(BatchStatus status) {
        return status.isRunning() || status == BatchStatus.UNKNOWN;
    }
}
