package org.minimis.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The referred and rejected records of the book, written many at a time. */
public final class ExceptionTable implements AutoCloseable {

    private static final int ROWS_AT_ONCE = 1000;
    private static final String INSERT =
            "insert into exception_record (id, outcome, house_waybill, line, regime, state,"
                    + " dataset, category, currency, intrinsic_value, reason) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final Connection connection;
    private final PreparedStatement insert;
    private int waiting;

    public ExceptionTable(Connection connection) throws SQLException {
        this.connection = connection;
        this.insert = connection.prepareStatement(INSERT);
    }

    public void add(long slice, ExceptionRow row) throws SQLException {
        insert.setLong(1, RecordKey.of(slice, row.place()));
        insert.setString(2, row.outcome());
        insert.setString(3, row.houseWaybill());
        insert.setLong(4, row.line());
        insert.setString(5, row.regime());
        insert.setString(6, row.state());
        insert.setString(7, row.dataset());
        insert.setObject(8, row.category() == 0 ? null : row.category(), Types.SMALLINT);
        insert.setString(9, row.currency());
        setValue(10, row.intrinsicValue());
        insert.setString(11, row.reason());
        insert.addBatch();
        if (++waiting == ROWS_AT_ONCE) {
            flush();
        }
    }

    private void setValue(int index, @Nullable Long amount) throws SQLException {
        if (amount == null) {
            insert.setNull(index, Types.NUMERIC);
        } else {
            insert.setBigDecimal(index, TenThousandths.number(amount));
        }
    }

    /** Sends the rows that wait. */
    public void flush() throws SQLException {
        if (waiting > 0) {
            insert.executeBatch();
            waiting = 0;
        }
    }

    /** How many records of a manifest had that outcome. */
    public long count(long manifest, String outcome) throws SQLException {
        try (var select = connection.prepareStatement(
                "select count(*) from exception_record where id >= ? and id < ? and outcome = ?")) {
            select.setLong(1, RecordKey.first(manifest));
            select.setLong(2, RecordKey.first(manifest + 1));
            select.setString(3, outcome);
            try (var results = select.executeQuery()) {
                results.next();
                return results.getLong(1);
            }
        }
    }

    static List<AssessmentTable.Place> places(Connection connection, String houseWaybill) throws SQLException {
        return AssessmentTable.places(
                connection,
                "select id, line, outcome, regime, dataset, reason from exception_record where house_waybill = ? order by id",
                houseWaybill);
    }

    @Override
    public void close() throws SQLException {
        insert.close();
    }
}
