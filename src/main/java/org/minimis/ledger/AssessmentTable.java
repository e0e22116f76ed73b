package org.minimis.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The assessed consignments of the book, written many at a time. */
public final class AssessmentTable implements AutoCloseable {

    private final Connection connection;
    private final SharedTable<Declared> declared;
    private final BulkRows rows;

    public AssessmentTable(Connection connection) throws SQLException {
        this.connection = connection;
        declared = SharedTable.declared(connection);
        rows = BulkRows.into(
                connection,
                "assessed",
                "id",
                "house_waybill",
                "line",
                "declared",
                "intrinsic_value",
                "customs_value",
                "duty",
                "vat_base",
                "vat",
                "fees");
    }

    /** What the rows of one manifest add up to for one way of declaring. Amounts in ten-thousandths. */
    public record Total(Declared declared, long consignments, long duty, long vat, long fees) {}

    public void add(long slice, AssessmentRow row) throws SQLException {
        rows.number(RecordKey.of(slice, row.place()))
                .text(row.houseWaybill())
                .number(row.line())
                .integer(declared.number(row.declared()))
                .number(row.intrinsicValue())
                .number(row.customsValue())
                .number(row.duty())
                .optional(row.vatBase())
                .number(row.vat())
                .number(row.fees())
                .end();
    }

    /**
     * Removes all rows of a slice but its own: of one that is not to count, or what a torn transaction has left of one, for
     * with two writers H2 has been seen to keep half.
     */
    public static void remove(Connection connection, long slice) throws SQLException {
        remove(connection, RecordKey.of(slice, 0), RecordKey.of(slice + 1, 0));
    }

    /** Likewise of all slices of a manifest, whether their own rows are there or not. */
    public static void removeManifest(Connection connection, long manifest) throws SQLException {
        remove(connection, RecordKey.first(manifest), RecordKey.first(manifest + 1));
    }

    private static void remove(Connection connection, long first, long end) throws SQLException {
        for (var rows : new String[] {"assessed where id", "excepted where id", "correction where successor"}) {
            var key = rows.substring(rows.lastIndexOf(' '));
            try (var delete = connection.prepareStatement("delete from " + rows + " >= ? and" + key + " < ?")) {
                delete.setLong(1, first);
                delete.setLong(2, end);
                delete.executeUpdate();
            }
        }
    }

    /** Sends the rows that wait. */
    public void flush() throws SQLException {
        rows.flush();
    }

    /** What the rows of a manifest add up to, for each way of declaring. */
    public List<Total> totals(long manifest) throws SQLException {
        var totals = new ArrayList<Total>();
        try (var select = connection.prepareStatement("select declared, count(*), sum(duty), sum(vat), sum(fees)"
                + " from assessed where id >= ? and id < ? group by declared")) {
            select.setLong(1, RecordKey.first(manifest));
            select.setLong(2, RecordKey.first(manifest + 1));
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    totals.add(new Total(
                            declared.thing(row.getInt(1)),
                            row.getLong(2),
                            row.getBigDecimal(3).longValueExact(),
                            row.getBigDecimal(4).longValueExact(),
                            row.getBigDecimal(5).longValueExact()));
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
        rows.close();
    }
}
