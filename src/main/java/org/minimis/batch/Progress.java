package org.minimis.batch;

import java.time.Duration;
import java.util.Map;
import org.javamoney.moneta.Money;

/** Is told how far a batch is. Workers call it from their threads. */
public interface Progress {

    /** Nobody looks. */
    Progress NONE = new Progress() {};

    /** How many bytes of unpacked manifests the batch holds. */
    default void total(long bytes) {}

    /** So many more records have been cleared, so many more bytes read. */
    default void cleared(long records, long bytes) {}

    /** A step, or a worker's part of it, took so long. */
    default void took(String step, Duration time) {}

    /**
     * A worker has come to the end of a slice.
     *
     * @param duty by currency
     */
    default void finished(long assessed, long referred, long rejected, Map<String, Money> duty) {}

    /** Something the operator should know. */
    default void say(String line) {}

    /** The job has come to that step. */
    default void step(String name) {}
}
