package org.minimis.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The right of one process to run a batch of a book that others use, too. The database takes it back when the process or its
 * connection dies; the connection is this one's own, so it must not go through a pooler that changes servers between
 * transactions.
 */
public final class BatchHold implements AutoCloseable {

    private static final int ANSWER_SECONDS = 10;
    private static final String NOT_AVAILABLE = "55P03";
    /**
     * A server needs a moment to notice that a process on this machine died, and a minute and a half that a machine did; it
     * would wait for two hours.
     */
    private static final String SETTINGS = "set lock_timeout = '3s'; set tcp_keepalives_idle = 60;"
            + " set tcp_keepalives_interval = 10; set tcp_keepalives_count = 3";

    private final Book book;
    private final String batch;
    private @Nullable Connection connection;

    BatchHold(Book book, String batch) {
        this.book = book;
        this.batch = batch;
        check();
    }

    /**
     * Before each thing that is written. Where the connection was lost, the right is asked for again.
     *
     * @throws BookException when another process has it
     */
    public synchronized void check() {
        if (!book.isShared()) {
            return;
        }
        try {
            if (connection == null || !connection.isValid(ANSWER_SECONDS)) {
                close();
                connection = taken(book.connection());
            }
        } catch (SQLException e) {
            throw new BookException("the book does not answer; check the database", e);
        }
    }

    private Connection taken(Connection fresh) throws SQLException {
        try (var settings = fresh.createStatement();
                var ask = fresh.prepareStatement("select pg_advisory_lock(hashtextextended('minimis ' || ?, 0))")) {
            settings.execute(SETTINGS);
            ask.setString(1, batch);
            ask.execute();
            return fresh;
        } catch (SQLException e) {
            fresh.close();
            if (NOT_AVAILABLE.equals(e.getSQLState())) {
                throw BookException.held("batch %s: another process runs it; wait until it ends".formatted(batch));
            }
            throw e;
        }
    }

    /** Lets go. */
    @Override
    public synchronized void close() throws SQLException {
        if (connection != null) {
            var held = connection;
            connection = null;
            try (held;
                    var statement = held.createStatement()) {
                statement.execute("select pg_advisory_unlock_all()");
                statement.execute("reset all");
            } catch (SQLException e) {
                if (!PassingFailures.isPassing(e)) {
                    throw e;
                }
            }
        }
    }
}
