package org.minimis.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The slices whose journals have been loaded. */
public final class SliceTable {

    private static final int SLICES_MAX = 1 << 16;

    private final Connection connection;

    public SliceTable(Connection connection) {
        this.connection = connection;
    }

    /** One loaded slice and what became of its records. */
    public record Row(long id, long manifest, long records, long assessed, long referred, long rejected) {}

    /** The key of a slice: manifest, then place in the manifest, so that rows stand in the manifest's order. */
    public static long id(long manifest, int ordinal) {
        if (ordinal < 0 || ordinal >= SLICES_MAX) {
            throw new IllegalArgumentException("a manifest has at most %d slices".formatted(SLICES_MAX));
        }
        return Math.addExact(Math.multiplyExact(manifest, SLICES_MAX), ordinal);
    }

    public boolean has(long id) throws SQLException {
        try (var select = connection.prepareStatement("select 1 from slice where id = ?")) {
            select.setLong(1, id);
            try (var results = select.executeQuery()) {
                return results.next();
            }
        }
    }

    /** Waits for whoever loads the slice at this moment, and keeps others waiting until the transaction ends. */
    public boolean isThereAfterWaiting(long id) throws SQLException {
        try (var lock = connection.prepareStatement(
                "select pg_advisory_xact_lock(hashtextextended('minimis slice ' || ?, 0))")) {
            lock.setString(1, Long.toString(id));
            lock.execute();
        }
        return has(id);
    }

    public void add(Row row) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into slice (id, manifest, records, assessed, referred, rejected) values (?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, row.id());
            insert.setLong(2, row.manifest());
            insert.setLong(3, row.records());
            insert.setLong(4, row.assessed());
            insert.setLong(5, row.referred());
            insert.setLong(6, row.rejected());
            insert.executeUpdate();
        }
    }

    /** No slice of that manifest is loaded any more. */
    public void removeManifest(long manifest) throws SQLException {
        try (var delete = connection.prepareStatement("delete from slice where manifest = ?")) {
            delete.setLong(1, manifest);
            delete.executeUpdate();
        }
    }

    /** The loaded slices of a manifest, in order. */
    public List<Row> of(long manifest) throws SQLException {
        var rows = new ArrayList<Row>();
        try (var select = connection.prepareStatement(
                "select id, manifest, records, assessed, referred, rejected from slice where manifest = ? order by id")) {
            select.setLong(1, manifest);
            try (var results = select.executeQuery()) {
                while (results.next()) {
                    rows.add(new Row(
                            results.getLong(1),
                            results.getLong(2),
                            results.getLong(3),
                            results.getLong(4),
                            results.getLong(5),
                            results.getLong(6)));
                }
            }
        }
        return rows;
    }
}
