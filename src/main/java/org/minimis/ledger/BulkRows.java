package org.minimis.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows on their way into one table, many at a time; their columns are given in order. */
interface BulkRows extends AutoCloseable {

    /** The fastest way into a table that the database has. */
    static BulkRows into(Connection connection, String table, String... columns) throws SQLException {
        return connection.isWrapperFor(PGConnection.class)
                ? new CopiedRows(connection, table, columns)
                : new InsertedRows(connection, table, columns);
    }

    BulkRows number(long value) throws SQLException;

    BulkRows integer(int value) throws SQLException;

    BulkRows optional(@Nullable Long value) throws SQLException;

    BulkRows text(@Nullable String value) throws SQLException;

    /** The row is whole. */
    void end() throws SQLException;

    /** Sends the rows that wait. */
    void flush() throws SQLException;

    @Override
    void close() throws SQLException;
}
