package org.minimis.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the records of one slice back from the book, in the order of their places. */
public final class SliceRows {

    private final Connection connection;

    public SliceRows(Connection connection) {
        this.connection = connection;
    }

    /** The assessed consignments of a slice. */
    public void assessments(long slice, Consumer<AssessmentRow> taker) throws SQLException {
        try (var select = connection.prepareStatement("select id, house_waybill, line, regime, state, office, dataset,"
                + " vat_scheme, category, currency, intrinsic_value, customs_value, duty, vat_base, vat, fees"
                + " from assessment where id >= ? and id < ? order by id")) {
            try (var row = of(slice, select)) {
                while (row.next()) {
                    taker.accept(assessment(slice, row));
                }
            }
        }
    }

    private static AssessmentRow assessment(long slice, ResultSet row) throws SQLException {
        return new AssessmentRow(
                row.getLong(1) - RecordKey.of(slice, 0),
                row.getString(2),
                row.getLong(3),
                new Declared(
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        row.getInt(9),
                        row.getString(10)),
                TenThousandths.of(row.getBigDecimal(11)),
                TenThousandths.of(row.getBigDecimal(12)),
                TenThousandths.of(row.getBigDecimal(13)),
                amount(row, 14),
                TenThousandths.of(row.getBigDecimal(15)),
                TenThousandths.of(row.getBigDecimal(16)));
    }

    /** The referred and rejected records of a slice. */
    public void exceptions(long slice, Consumer<ExceptionRow> taker) throws SQLException {
        try (var select = connection.prepareStatement("select id, outcome, house_waybill, line, regime, state, dataset,"
                + " category, currency, intrinsic_value, reason from exception_record"
                + " where id >= ? and id < ? order by id")) {
            try (var row = of(slice, select)) {
                while (row.next()) {
                    taker.accept(exception(slice, row));
                }
            }
        }
    }

    private static ExceptionRow exception(long slice, ResultSet row) throws SQLException {
        return new ExceptionRow(
                row.getLong(1) - RecordKey.of(slice, 0),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getInt(8),
                row.getString(9),
                amount(row, 10),
                row.getString(11));
    }

    private static @Nullable Long amount(ResultSet row, int column) throws SQLException {
        var number = row.getBigDecimal(column);
        return number == null ? null : TenThousandths.of(number);
    }

    private static ResultSet of(long slice, PreparedStatement select) throws SQLException {
        select.setLong(1, RecordKey.of(slice, 0));
        select.setLong(2, RecordKey.of(slice + 1, 0));
        return select.executeQuery();
    }
}
