package org.minimis.batch;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.job.flow.FlowExecution;
import org.springframework.batch.core.job.flow.FlowExecutionException;
import org.springframework.batch.core.job.flow.FlowExecutor;
import org.springframework.batch.core.job.flow.State;

/**
 * A flow, and what is done when it has ended in whatever way: a database that goes away ends a flow before its step has begun,
 * and who waits for that step would wait for ever.
 */
record FlowThen(Flow flow, Runnable then) implements Flow {

    @Override
    public String getName() {
        return flow.getName();
    }

    @Override
    public @Nullable State getState(String name) {
        return flow.getState(name);
    }

    @Override
    public Collection<State> getStates() {
        return flow.getStates();
    }

    @Override
    public FlowExecution start(FlowExecutor executor) throws FlowExecutionException {
        try {
            return flow.start(executor);
        } finally {
            then.run();
        }
    }

    @Override
    public FlowExecution resume(String state, FlowExecutor executor) throws FlowExecutionException {
        try {
            return flow.resume(state, executor);
        } finally {
            then.run();
        }
    }
}
