package org.minimis.cli;

import org.jline.nativ.CLibrary;

/** Does a person look at our messages? */
final class Terminal {

    private static final int STANDARD_OUTPUT = 1;
    private static final int STANDARD_ERROR = 2;

    private Terminal() {}

    static boolean isStandardError() {
        return is(STANDARD_ERROR);
    }

    static boolean isStandardOutput() {
        return is(STANDARD_OUTPUT);
    }

    private static boolean is(int file) {
        try {
            return CLibrary.isatty(file) == 1;
        } catch (LinkageError e) {
            return false; // no native library for this machine: plain lines are always right
        }
    }
}
