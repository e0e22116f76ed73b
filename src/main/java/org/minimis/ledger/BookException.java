package org.minimis.ledger;

import org.jspecify.annotations.Nullable;

/** The book cannot be opened, read or written: the database or its disk is out of reach. */
public class BookException extends RuntimeException {

    /** Whether another process holds the book. */
    private final boolean heldByAnother;

    public BookException(String message, Throwable cause) {
        this(message, cause, false);
    }

    BookException(String message, @Nullable Throwable cause, boolean heldByAnother) {
        super(message, cause);
        this.heldByAnother = heldByAnother;
    }

    static BookException held(String message) {
        return new BookException(message, null, true);
    }

    public boolean isHeldByAnother() {
        return heldByAnother;
    }
}
