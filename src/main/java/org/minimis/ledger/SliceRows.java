package org.minimis.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;

/** Reads the records of one slice back from the book, in the order of their places. */
public final class SliceRows {

    private final Connection connection;

    public SliceRows(Connection connection) {
        this.connection = connection;
    }

    /** The assessed consignments of a slice. */
    public void assessments(long slice, Consumer<AssessmentRow> taker) throws SQLException {
        var declared = SharedTable.declared(connection);
        try (var select = connection.prepareStatement(
                        "select id, house_waybill, line, declared, intrinsic_value,"
                                + " customs_value, duty, vat_base, vat, fees from assessed where id >= ? and id < ? order by id");
                var row = of(slice, select)) {
            while (row.next()) {
                taker.accept(new AssessmentRow(
                        row.getLong(1) - RecordKey.of(slice, 0),
                        row.getString(2),
                        row.getLong(3),
                        declared.thing(row.getInt(4)),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getObject(8, Long.class),
                        row.getLong(9),
                        row.getLong(10)));
            }
        }
    }

    /** The referred and rejected records of a slice. */
    public void exceptions(long slice, Consumer<ExceptionRow> taker) throws SQLException {
        var grounds = SharedTable.grounds(connection);
        try (var select = connection.prepareStatement("select id, house_waybill, line, ground, intrinsic_value"
                        + " from excepted where id >= ? and id < ? order by id");
                var row = of(slice, select)) {
            while (row.next()) {
                taker.accept(exception(slice, row, grounds.thing(row.getInt(4))));
            }
        }
    }

    private static ExceptionRow exception(long slice, ResultSet row, Ground ground) throws SQLException {
        return new ExceptionRow(
                row.getLong(1) - RecordKey.of(slice, 0),
                ground.outcome(),
                row.getString(2),
                row.getLong(3),
                Ground.orNull(ground.regime()),
                Ground.orNull(ground.state()),
                Ground.orNull(ground.dataset()),
                ground.category(),
                Ground.orNull(ground.currency()),
                row.getObject(5, Long.class),
                ground.reason());
    }

    private static ResultSet of(long slice, PreparedStatement select) throws SQLException {
        select.setLong(1, RecordKey.of(slice, 0));
        select.setLong(2, RecordKey.of(slice + 1, 0));
        return select.executeQuery();
    }
}
