package org.minimis.report;

/** The book contradicts itself, so no report of it can be right. The batch fails with exit code 5. */
public class UnbalancedBookException extends RuntimeException {

    /** @param message which figure of the book differs from which other, with both */
    public UnbalancedBookException(String message) {
        super(message);
    }
}
