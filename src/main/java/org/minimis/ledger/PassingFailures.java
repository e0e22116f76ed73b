package org.minimis.ledger;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;

/**
 * What passes by itself when a database is a server: it starts anew, a connection breaks, a transaction loses against another
 * one. Trying again later may help; with any other failure it does not.
 */
public final class PassingFailures {

    /** By SQLSTATE: connection exceptions, transactions rolled back, operator intervention, too many connections. */
    private static final String[] STATES = {"08", "40", "57P0", "53300"};

    /** What the pool says, without a state, of a connection that it has given up as broken. */
    private static final String GIVEN_UP = "Connection is closed";

    private PassingFailures() {}

    public static boolean isPassing(Throwable failure) {
        return state(failure).isPresent();
    }

    /** What the database calls it. */
    public static Optional<String> state(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLException && GIVEN_UP.equals(cause.getMessage())) {
                return Optional.of("no connection");
            }
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                for (var state : STATES) {
                    if (sql.getSQLState().startsWith(state)) {
                        return Optional.of("SQLSTATE " + sql.getSQLState());
                    }
                }
            }
        }
        return Optional.empty();
    }
}
