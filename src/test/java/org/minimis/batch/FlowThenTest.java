package org.minimis.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.job.builder.FlowBuilder;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.job.flow.FlowExecutionException;
import org.springframework.batch.core.job.flow.FlowExecutor;
import org.springframework.batch.core.job.flow.JobFlowExecutor;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;

class FlowThenTest {

    private static final Step STEP = new Step() {
        @Override
        public String getName() {
            return "clear";
        }

        @Override
        public void execute(StepExecution execution) {
            throw new IllegalStateException("the database was gone before the step began");
        }
    };

    private final AtomicInteger ended = new AtomicInteger();
    private final FlowThen flow =
            new FlowThen(new FlowBuilder<Flow>("clear").start(STEP).end(), ended::incrementAndGet);

    /** As where its execution cannot be written: the step is never asked. */
    private static final FlowExecutor NO_DATABASE = new JobFlowExecutor(null, null, null) {
        @Override
        public String executeStep(Step step) {
            throw new IllegalStateException("no connection");
        }
    };

    @Test
    void whoeverWaitsIsToldThatAFlowEndedBeforeItsStepBegan() {
        assertThatThrownBy(() -> flow.start(NO_DATABASE)).isInstanceOf(FlowExecutionException.class);

        assertThat(ended).hasValue(1);
    }
}
