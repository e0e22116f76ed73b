package org.minimis.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The referred and rejected records of the book, written many at a time. */
public final class ExceptionTable implements AutoCloseable {

    private final Connection connection;
    private final SharedTable<Ground> grounds;
    private final BulkRows rows;

    public ExceptionTable(Connection connection) throws SQLException {
        this.connection = connection;
        grounds = SharedTable.grounds(connection);
        rows = BulkRows.into(connection, "excepted", "id", "house_waybill", "line", "ground", "intrinsic_value");
    }

    public void add(long slice, ExceptionRow row) throws SQLException {
        rows.number(RecordKey.of(slice, row.place()))
                .text(row.houseWaybill())
                .number(row.line())
                .integer(grounds.number(Ground.of(row)))
                .optional(row.intrinsicValue())
                .end();
    }

    /** Sends the rows that wait. */
    public void flush() throws SQLException {
        rows.flush();
    }

    /** How many records of a manifest had each outcome. */
    public Map<String, Long> counts(long manifest) throws SQLException {
        var counts = new TreeMap<String, Long>();
        try (var select = connection.prepareStatement(
                "select ground, count(*) from excepted where id >= ? and id < ? group by ground")) {
            select.setLong(1, RecordKey.first(manifest));
            select.setLong(2, RecordKey.first(manifest + 1));
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    counts.merge(grounds.thing(row.getInt(1)).outcome(), row.getLong(2), Math::addExact);
                }
            }
        }
        return counts;
    }

    static List<AssessmentTable.Place> places(Connection connection, String houseWaybill) throws SQLException {
        return AssessmentTable.places(
                connection,
                "select id, line, outcome, regime, dataset, reason from exception_record where house_waybill = ? order by id",
                houseWaybill);
    }

    @Override
    public void close() throws SQLException {
        rows.close();
    }
}
