package org.minimis.batch;

/** The night stops: its message says where, what, and what to do; its code is that of the program. */
public class ClearException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public static final int USAGE = 2;
    public static final int SETTINGS = 3;
    public static final int INCOMPLETE = 4;
    public static final int OUT_OF_BALANCE = 5;
    public static final int HELD = 6;
    public static final int OUT_OF_REACH = 7;

    private final int exitCode;

    public ClearException(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    public ClearException(int exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    static ClearException outOfBalance(String message) {
        return new ClearException(OUT_OF_BALANCE, message);
    }

    static ClearException outOfReach(String message, Throwable cause) {
        return new ClearException(OUT_OF_REACH, message, cause);
    }

    /** As DESIGN part 4 numbers them. */
    public int exitCode() {
        return exitCode;
    }
}
