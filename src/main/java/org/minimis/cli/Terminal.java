package org.minimis.cli;

import org.jline.nativ.CLibrary;

/** Does a person look at our messages? */
final class Terminal {

    private static final int STANDARD_ERROR = 2;

    private Terminal() {}

    static boolean isStandardError() {
        try {
            return CLibrary.isatty(STANDARD_ERROR) == 1;
        } catch (LinkageError e) {
            return false; // no native library for this machine: plain lines are always right
        }
    }
}
