package org.minimis.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** Rows inserted by a prepared statement, a batch of them at a time. */
final class InsertedRows implements BulkRows {

    private static final int ROWS_AT_ONCE = 1000;

    private final PreparedStatement insert;
    private int column;
    private int waiting;

    InsertedRows(Connection connection, String table, String... columns) throws SQLException {
        insert = connection.prepareStatement("insert into %s (%s) values (%s)"
                .formatted(
                        table,
                        String.join(", ", columns),
                        String.join(", ", Collections.nCopies(columns.length, "?"))));
    }

    @Override
    public BulkRows number(long value) throws SQLException {
        insert.setLong(++column, value);
        return this;
    }

    @Override
    public BulkRows integer(int value) throws SQLException {
        insert.setInt(++column, value);
        return this;
    }

    @Override
    public BulkRows optional(@Nullable Long value) throws SQLException {
        if (value == null) {
            insert.setNull(++column, Types.BIGINT);
        } else {
            insert.setLong(++column, value);
        }
        return this;
    }

    @Override
    public BulkRows text(@Nullable String value) throws SQLException {
        insert.setString(++column, value);
        return this;
    }

    @Override
    public void end() throws SQLException {
        insert.addBatch();
        column = 0;
        if (++waiting == ROWS_AT_ONCE) {
            flush();
        }
    }

    @Override
    public void flush() throws SQLException {
        if (waiting > 0) {
            insert.executeBatch();
            waiting = 0;
        }
    }

    @Override
    public void close() throws SQLException {
        insert.close();
    }
}
