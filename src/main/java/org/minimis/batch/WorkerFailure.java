package org.minimis.batch;

/** What a worker said of a slice that it could not clear. */
final class WorkerFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int exitCode;

    private final String said;

    /** @param exitCode of the night, 0 where only the manifest fails */
    WorkerFailure(int exitCode, String said) {
        super(said);
        this.said = said;
        this.exitCode = exitCode;
    }

    String said() {
        return said;
    }

    int exitCode() {
        return exitCode;
    }
}
