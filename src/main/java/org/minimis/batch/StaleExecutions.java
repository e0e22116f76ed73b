package org.minimis.batch;

import java.time.LocalDateTime;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/**
 * Executions that a killed process left behind. Whoever holds the lock knows that nobody runs them, and what they did the
 * journals say, so that whatever their status is, they are failed and can be started again.
 */
final class StaleExecutions {

    private StaleExecutions() {}

    static void repair(JobRepository repository, String job, JobParameters parameters) {
        var instance = repository.getJobInstance(job, parameters);
        if (instance == null) {
            return;
        }
        var executions = repository.getJobExecutions(instance);
        if (executions.isEmpty()) {
            // Killed between the two; Spring Batch would neither run nor restart it.
            repository.deleteJobInstance(instance);
            return;
        }
        for (var execution : executions) {
            for (var step : java.util.List.copyOf(execution.getStepExecutions())) {
                repair(repository, step);
            }
            if (execution.getStatus() != BatchStatus.FAILED) {
                execution.setStatus(BatchStatus.FAILED);
                execution.setEndTime(
                        execution.getLastUpdated() == null ? execution.getCreateTime() : execution.getLastUpdated());
                repository.update(execution);
            }
        }
    }

    private static void repair(JobRepository repository, StepExecution step) {
        if (step.getStatus().isRunning() && step.getCommitCount() == 0 && step.getRollbackCount() == 0) {
            // Spring Batch 6.0.6 would take it for the last one and begin its step anew.
            repository.deleteStepExecution(step);
        } else if (isStale(step.getStatus())) {
            step.setStatus(BatchStatus.FAILED);
            LocalDateTime seen = step.getLastUpdated();
            step.setEndTime(seen == null ? step.getCreateTime() : seen);
            repository.update(step);
        }
    }

    private static boolean isStale(BatchStatus status) {
        return status != BatchStatus.FAILED && status != BatchStatus.COMPLETED;
    }
}
