package org.minimis.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The assessments that were taken back, each by the one that took its place. */
public final class CorrectionTable {

    private final Connection connection;

    public CorrectionTable(Connection connection) {
        this.connection = connection;
    }

    /**
     * One correction.
     *
     * @param original key of the assessment that is taken back
     * @param successor key of the one that takes its place
     * @param lrn local reference number of the first declaration
     * @param reason customs' code, where one was given
     * @param cancels nothing is owed any more
     */
    public record Row(
            long original,
            long successor,
            String lrn,
            @Nullable String reason,
            boolean cancels) {}

    /**
     * An assessment that stands.
     *
     * @param place in its slice
     * @param lrn of the first declaration, where it is itself a correction
     */
    public record Standing(long key, long manifest, int slice, long place, Optional<String> lrn) {}

    public void add(Row row) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into correction (original, successor, lrn, reason, cancels) values (?, ?, ?, ?, ?)")) {
            insert.setLong(1, row.original());
            insert.setLong(2, row.successor());
            insert.setString(3, row.lrn());
            insert.setString(4, row.reason());
            insert.setBoolean(5, row.cancels());
            insert.executeUpdate();
        }
    }

    /** The corrections that a slice made. */
    public List<Row> of(long slice) throws SQLException {
        try (var select = connection.prepareStatement("select original, successor, lrn, reason, cancels from correction"
                + " where successor >= ? and successor < ? order by successor")) {
            select.setLong(1, RecordKey.of(slice, 0));
            select.setLong(2, RecordKey.of(slice + 1, 0));
            return rows(select);
        }
    }

    /**
     * The assessment of a house waybill that stands for a batch: its own, or what took its place since.
     *
     * @param manifests the batch's
     * @param without manifests whose corrections do not count
     */
    public Optional<Standing> standing(String houseWaybill, List<Long> manifests, Set<Long> without)
            throws SQLException {
        var key = Optional.<Long>empty();
        for (var manifest : manifests) {
            key = key.or(() -> find(houseWaybill, manifest));
        }
        for (var next = key; next.isPresent(); ) {
            key = next;
            next = successor(next.get()).filter(one -> !without.contains(RecordKey.manifest(one)));
        }
        return key.isEmpty() || isCancellation(key.get()) ? Optional.empty() : Optional.of(standing(key.get()));
    }

    private Standing standing(long key) throws SQLException {
        var slice = RecordKey.slice(key);
        var manifest = RecordKey.manifest(key);
        return new Standing(
                key, manifest, (int) (slice - SliceTable.id(manifest, 0)), key - RecordKey.of(slice, 0), lrn(key));
    }

    private Optional<Long> find(String houseWaybill, long manifest) {
        try (var select =
                connection.prepareStatement("select id from assessed where id >= ? and id < ? and house_waybill = ?")) {
            select.setLong(1, RecordKey.first(manifest));
            select.setLong(2, RecordKey.first(manifest + 1));
            select.setString(3, houseWaybill);
            try (var row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new BookException("the book cannot be read; check the database", e);
        }
    }

    private Optional<Long> successor(long original) throws SQLException {
        try (var select = connection.prepareStatement("select successor from correction where original = ?")) {
            select.setLong(1, original);
            try (var row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
            }
        }
    }

    private boolean isCancellation(long successor) throws SQLException {
        try (var select = connection.prepareStatement("select 1 from correction where successor = ? and cancels")) {
            select.setLong(1, successor);
            try (var row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    private Optional<String> lrn(long successor) throws SQLException {
        try (var select = connection.prepareStatement("select lrn from correction where successor = ?")) {
            select.setLong(1, successor);
            try (var row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    private static List<Row> rows(PreparedStatement select) throws SQLException {
        var rows = new ArrayList<Row>();
        try (var row = select.executeQuery()) {
            while (row.next()) {
                rows.add(
                        new Row(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4), row.getBoolean(5)));
            }
        }
        return rows;
    }

    /** The key of the assessment at that place of a slice. */
    public static long key(long slice, long place) {
        return RecordKey.of(slice, place);
    }
}
