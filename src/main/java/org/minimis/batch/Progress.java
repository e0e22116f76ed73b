package org.minimis.batch;

/** Is told how far a batch is. Workers call it from their threads. */
public interface Progress {

    /** Nobody looks. */
    Progress NONE = new Progress() {};

    /** How many bytes of unpacked manifests the batch holds. */
    default void total(long bytes) {}

    /** So many more records have been cleared, so many more bytes read. */
    default void cleared(long records, long bytes) {}

    /** Something the operator should know. */
    default void say(String line) {}

    /** The job has come to that step. */
    default void step(String name) {}
}
