package org.minimis.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who works on which slice of a batch that workers clear. A slice may be sent and taken more than once; only the last taker
 * may say that it is done, so that one who wakes up late changes nothing.
 */
public final class AttemptTable {

    public static final String OPEN = "OPEN";
    public static final String TAKEN = "TAKEN";
    public static final String DONE = "DONE";
    public static final String FAILED = "FAILED";
    public static final String REFUSED = "REFUSED";
    public static final String KEPT = "KEPT";

    private static final int WORKER_MAX = 60;
    private static final int SAID_MAX = 4000;

    private final Connection connection;

    public AttemptTable(Connection connection) {
        this.connection = connection;
    }

    /**
     * A slice in a step of a running batch.
     *
     * @param execution of the step, in the job repository
     * @param job execution of the job
     * @param sent how often it was sent
     * @param attempt how often it was taken
     * @param quietSeconds since it last moved
     */
    public record Row(
            long execution,
            String batch,
            long job,
            String step,
            String slice,
            String state,
            int sent,
            int attempt,
            String worker,
            long records,
            long quietSeconds,
            int exitCode,
            String said) {}

    /** A slice that is taken: for which time, and who had it before, or nobody. */
    public record Taken(int attempt, Optional<String> before) {}

    /** A slice that is there to be taken. */
    public record Open(long execution, String slice) {}

    /** Nobody works on this batch any more; whoever still does is late. */
    public void forget(String batch) throws SQLException {
        try (var delete = connection.prepareStatement("delete from attempt where batch = ?")) {
            delete.setString(1, batch);
            delete.executeUpdate();
        }
    }

    /** Opens slices for their first attempt. Those that are open stay as they are. */
    public void open(String batch, long job, String step, List<Open> slices) throws SQLException {
        try (var insert = connection.prepareStatement("insert into attempt (execution, batch, job, step, slice, state,"
                + " sent, attempt, worker, records, seen, exit_code, said)"
                + " values (?, ?, ?, ?, ?, 'OPEN', 1, 0, '', 0, now(), 0, '') on conflict (execution) do nothing")) {
            for (var slice : slices) {
                insert.setLong(1, slice.execution());
                insert.setString(2, batch);
                insert.setLong(3, job);
                insert.setString(4, step);
                insert.setString(5, slice.slice());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /**
     * A worker takes a slice. A message that comes again because its taker was lost takes it from whoever has it.
     *
     * @param sent as its message says
     * @return nothing where it is not there to be taken
     */
    public Optional<Taken> take(long execution, String batch, int sent, String worker, boolean again)
            throws SQLException {
        try (var update =
                connection.prepareStatement("update attempt new set state = 'TAKEN', attempt = new.attempt + 1,"
                        + " worker = ?, seen = now(), records = 0 from (select execution, worker from attempt where execution = ?"
                        + " for update) old where new.execution = old.execution and new.batch = ? and new.sent = ?"
                        + " and (new.state = 'OPEN' or new.state = 'TAKEN' and ?) returning new.attempt, old.worker")) {
            update.setString(1, cut(worker, WORKER_MAX));
            update.setLong(2, execution);
            update.setString(3, batch);
            update.setInt(4, sent);
            update.setBoolean(5, again);
            try (var row = update.executeQuery()) {
                return row.next() ? Optional.of(new Taken(row.getInt(1), before(row.getString(2)))) : Optional.empty();
            }
        }
    }

    private static Optional<String> before(String worker) {
        return Optional.of(worker).filter(name -> !name.isEmpty());
    }

    /** The taker lives and has come so far. False where it is late. */
    public boolean moved(long execution, int attempt, long records) throws SQLException {
        return end(execution, attempt, TAKEN, records, 0, "");
    }

    /** The taker is done. False where it is late. */
    public boolean done(long execution, int attempt, long records) throws SQLException {
        return end(execution, attempt, DONE, records, 0, "");
    }

    /**
     * The taker has failed. False where it is late.
     *
     * @param exitCode of the night, 0 where only the manifest fails
     */
    public boolean failed(long execution, int attempt, int exitCode, String said) throws SQLException {
        return end(execution, attempt, FAILED, 0, exitCode, said);
    }

    /** The taker must not work on it; somebody else may. False where it is late. */
    public boolean refused(long execution, int attempt, String said) throws SQLException {
        return end(execution, attempt, REFUSED, 0, 0, said);
    }

    private boolean end(long execution, int attempt, String state, long records, int exitCode, String said)
            throws SQLException {
        try (var update = connection.prepareStatement("update attempt set state = ?, records = ?, seen = now(),"
                + " exit_code = ?, said = ? where execution = ? and attempt = ? and state = 'TAKEN'")) {
            update.setString(1, state);
            update.setLong(2, records);
            update.setInt(3, exitCode);
            update.setString(4, cut(said, SAID_MAX));
            update.setLong(5, execution);
            update.setInt(6, attempt);
            return update.executeUpdate() == 1;
        }
    }

    /** What was done counts. */
    public void keep(List<Long> executions) throws SQLException {
        try (var update = connection.prepareStatement("update attempt set state = 'KEPT' where execution = ?")) {
            for (var execution : executions) {
                update.setLong(1, execution);
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    /**
     * Opens slices again whose takers have refused them or have not moved for so long.
     *
     * @return as they were before, but with the number of their next message
     */
    public List<Row> reopen(long job, String step, long silentSeconds) throws SQLException {
        try (var update = connection.prepareStatement("update attempt new set state = 'OPEN', sent = new.sent + 1,"
                + " seen = now() from attempt old where new.execution = old.execution and new.job = ? and new.step = ?"
                + " and (new.state = 'REFUSED' or new.state = 'TAKEN' and new.seen < now() - make_interval(secs => ?))"
                + " returning " + columns("old.state", "new.sent", "old"))) {
            update.setLong(1, job);
            update.setString(2, step);
            update.setLong(3, silentSeconds);
            return rows(update);
        }
    }

    /** The slices of a step whose outcome does not count yet. */
    public List<Row> left(long job, String step) throws SQLException {
        try (var select = connection.prepareStatement("select " + columns("state", "sent", "attempt")
                + " from attempt where job = ? and step = ? and state <> 'KEPT' order by execution")) {
            select.setLong(1, job);
            select.setString(2, step);
            return rows(select);
        }
    }

    /** All slices of all batches that workers clear at this moment. */
    public List<Row> all() throws SQLException {
        try (var select = connection.prepareStatement(
                "select " + columns("state", "sent", "attempt") + " from attempt order by batch, execution")) {
            return rows(select);
        }
    }

    private static String columns(String state, String sent, String of) {
        return ("OF.execution, OF.batch, OF.job, OF.step, OF.slice, %s, %s, OF.attempt, OF.worker, OF.records,"
                        + " extract(epoch from now() - OF.seen)::bigint, OF.exit_code, OF.said")
                .formatted(state, sent)
                .replace("OF.", of + ".");
    }

    private static List<Row> rows(PreparedStatement query) throws SQLException {
        var rows = new ArrayList<Row>();
        try (var row = query.executeQuery()) {
            while (row.next()) {
                rows.add(row(row));
            }
        }
        return rows;
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong(1),
                row.getString(2),
                row.getLong(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getInt(7),
                row.getInt(8),
                row.getString(9),
                row.getLong(10),
                row.getLong(11),
                row.getInt(12),
                row.getString(13));
    }

    /** Ends what a worker that was lost has left open in the database: its locks would stop whoever comes after it. */
    public void endSessions(String worker) throws SQLException {
        try (var select = connection.prepareStatement("select pg_terminate_backend(pid) from pg_stat_activity"
                + " where application_name = ? and datname = current_database() and xact_start is not null")) {
            select.setString(1, BookPool.session(worker));
            select.execute();
        }
    }

    private static String cut(String text, int max) {
        return text.length() <= max ? text : text.substring(0, max);
    }
}
