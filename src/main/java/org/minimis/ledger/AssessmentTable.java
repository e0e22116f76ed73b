package org.minimis.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The assessed consignments of the book, written many at a time. */
public final class AssessmentTable implements AutoCloseable {

    private static final int ROWS_AT_ONCE = 1000;
    private static final String INSERT =
            "insert into assessment (id, house_waybill, line, regime, state, office, dataset,"
                    + " vat_scheme, category, currency, intrinsic_value, customs_value, duty, vat_base, vat, fees)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final Connection connection;
    private final PreparedStatement insert;
    private int waiting;

    public AssessmentTable(Connection connection) throws SQLException {
        this.connection = connection;
        this.insert = connection.prepareStatement(INSERT);
    }

    /** What the rows of one manifest add up to for one way of declaring. Amounts in ten-thousandths. */
    public record Total(
            String regime,
            String state,
            String dataset,
            String vatScheme,
            String currency,
            long consignments,
            long duty,
            long vat,
            long fees) {}

    public void add(long slice, AssessmentRow row) throws SQLException {
        var declared = row.declared();
        insert.setLong(1, RecordKey.of(slice, row.place()));
        insert.setString(2, row.houseWaybill());
        insert.setLong(3, row.line());
        insert.setString(4, declared.regime());
        insert.setString(5, declared.state());
        insert.setString(6, declared.office());
        insert.setString(7, declared.dataset());
        insert.setString(8, declared.vatScheme());
        insert.setInt(9, declared.category());
        insert.setString(10, declared.currency());
        insert.setBigDecimal(11, TenThousandths.number(row.intrinsicValue()));
        insert.setBigDecimal(12, TenThousandths.number(row.customsValue()));
        insert.setBigDecimal(13, TenThousandths.number(row.duty()));
        setVatBase(row);
        insert.setBigDecimal(15, TenThousandths.number(row.vat()));
        insert.setBigDecimal(16, TenThousandths.number(row.fees()));
        insert.addBatch();
        if (++waiting == ROWS_AT_ONCE) {
            flush();
        }
    }

    private void setVatBase(AssessmentRow row) throws SQLException {
        if (row.vatBase() == null) {
            insert.setNull(14, Types.NUMERIC);
        } else {
            insert.setBigDecimal(14, TenThousandths.number(row.vatBase()));
        }
    }

    /**
     * Removes what a torn transaction has left of a slice whose own row is not there: with two writers H2 has been seen to
     * keep half of one.
     */
    public static void removeTorn(Connection connection, long slice) throws SQLException {
        for (var table : new String[] {"assessment", "exception_record"}) {
            try (var delete = connection.prepareStatement("delete from " + table + " where id >= ? and id < ?")) {
                delete.setLong(1, RecordKey.of(slice, 0));
                delete.setLong(2, RecordKey.of(slice + 1, 0));
                delete.executeUpdate();
            }
        }
    }

    /** Sends the rows that wait. */
    public void flush() throws SQLException {
        if (waiting > 0) {
            insert.executeBatch();
            waiting = 0;
        }
    }

    /** What the rows of a manifest add up to, by regime, state, dataset, VAT scheme and currency. */
    public List<Total> totals(long manifest) throws SQLException {
        var totals = new ArrayList<Total>();
        try (var select = connection.prepareStatement("select regime, state, dataset, vat_scheme, currency, count(*),"
                + " sum(duty), sum(vat), sum(fees) from assessment where id >= ? and id < ?"
                + " group by regime, state, dataset, vat_scheme, currency"
                + " order by regime, state, dataset, vat_scheme, currency")) {
            select.setLong(1, RecordKey.first(manifest));
            select.setLong(2, RecordKey.first(manifest + 1));
            try (var results = select.executeQuery()) {
                while (results.next()) {
                    totals.add(new Total(
                            results.getString(1),
                            results.getString(2),
                            results.getString(3),
                            results.getString(4),
                            results.getString(5),
                            results.getLong(6),
                            TenThousandths.of(results.getBigDecimal(7)),
                            TenThousandths.of(results.getBigDecimal(8)),
                            TenThousandths.of(results.getBigDecimal(9))));
                }
            }
        }
        return totals;
    }

    /** Where a house waybill was assessed: manifest and line, in the order of the book. */
    static List<Place> places(Connection connection, String houseWaybill) throws SQLException {
        return places(
                connection,
                "select id, line, 'assessed', regime, dataset, null from assessment where house_waybill = ? order by id",
                houseWaybill);
    }

    /** One record of the book. */
    record Place(
            long manifest,
            long line,
            String outcome,
            Optional<String> regime,
            Optional<String> dataset,
            Optional<String> reason) {}

    static List<Place> places(Connection connection, String sql, String houseWaybill) throws SQLException {
        var places = new ArrayList<Place>();
        try (var select = connection.prepareStatement(sql)) {
            select.setString(1, houseWaybill);
            try (var results = select.executeQuery()) {
                while (results.next()) {
                    places.add(new Place(
                            RecordKey.manifest(results.getLong(1)),
                            results.getLong(2),
                            results.getString(3),
                            Optional.ofNullable(results.getString(4)),
                            Optional.ofNullable(results.getString(5)),
                            Optional.ofNullable(results.getString(6))));
                }
            }
        }
        return places;
    }

    @Override
    public void close() throws SQLException {
        insert.close();
    }
}
