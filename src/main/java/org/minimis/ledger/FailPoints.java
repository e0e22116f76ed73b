package org.minimis.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Places at which tests disturb the program. {@code -Dminimis.failpoint=name:3} dies, as {@code kill -9} would, when it comes
 * to that place for the third time; {@code name:3:hang} stands still there, like a disk that does not answer, and
 * {@code name:3:until:FILE} until there is such a file. Without it they cost a comparison.
 */
public final class FailPoints {

    private static final int KILLED = 137;
    private static final String[] POINT =
            System.getProperty("minimis.failpoint", "").split(":");
    private static final String NAME = POINT[0];
    private static final AtomicInteger LEFT = new AtomicInteger(POINT.length > 1 ? Integer.parseInt(POINT[1]) : 1);
    private static final String HOW = POINT.length > 2 ? POINT[2] : "die";
    private static final long MOMENT = 10_000_000;

    private static final AtomicInteger FILES_LEFT = new AtomicInteger();
    private static final AtomicInteger CONNECTIONS_LEFT = new AtomicInteger();

    private FailPoints() {}

    /** Here a test may kill the program. */
    public static void hit(String name) {
        if (!NAME.isEmpty() && NAME.equals(name) && LEFT.decrementAndGet() == 0) {
            if (HOW.equals("die")) {
                Runtime.getRuntime().halt(KILLED);
            }
            while (HOW.equals("hang") || !Files.exists(Path.of(POINT[3]))) {
                LockSupport.parkNanos(MOMENT);
            }
        }
    }

    /** Before an operation on a file that writes, syncs or names it. */
    public static void file(Path file) throws IOException {
        if (FILES_LEFT.get() > 0 && FILES_LEFT.decrementAndGet() == 0) {
            throw new IOException("Input/output error");
        }
    }

    /** Before the database is asked for anything. */
    static void connection() throws SQLException {
        if (CONNECTIONS_LEFT.get() > 0 && CONNECTIONS_LEFT.decrementAndGet() == 0) {
            throw new SQLException("the database does not answer");
        }
    }

    /** The nth operation on a file from now fails, once; 0 for none. */
    public static void failFile(int nth) {
        FILES_LEFT.set(nth);
    }

    /** Likewise the nth connection to the database. */
    public static void failConnection(int nth) {
        CONNECTIONS_LEFT.set(nth);
    }

    /** Has what was asked for happened? */
    public static boolean hasFailed() {
        return FILES_LEFT.get() <= 0 && CONNECTIONS_LEFT.get() <= 0;
    }
}
