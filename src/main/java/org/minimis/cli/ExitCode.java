package org.minimis.cli;

/** The exit codes, which are part of the interface. */
final class ExitCode {

    static final int DONE = 0;
    static final int INTERNAL_ERROR = 1;
    static final int USAGE = 2;
    static final int LAW_OR_CONFIGURATION = 3;
    static final int INCOMPLETE = 4;
    static final int DIFFERS = 5;
    static final int LOCKED = 6;
    static final int OUT_OF_REACH = 7;

    /** Stopped by SIGINT and SIGTERM. */
    static final int INTERRUPTED = 130;

    static final int TERMINATED = 143;

    private ExitCode() {}
}
