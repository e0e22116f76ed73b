package org.minimis.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The manifests of the book. */
public final class ManifestTable {

    private static final String SELECT = "select id, batch, ordinal, number, file_name, digest from manifest";

    private final Connection connection;

    public ManifestTable(Connection connection) {
        this.connection = connection;
    }

    /**
     * One manifest.
     *
     * @param ordinal its place in the batch, from 1
     * @param digest SHA-256 of its unpacked bytes
     */
    public record Row(long id, String batch, int ordinal, String number, String fileName, String digest) {}

    /** The number that the next manifest gets. */
    public long nextId() throws SQLException {
        try (var select = connection.prepareStatement("select coalesce(max(id), 0) + 1 from manifest");
                var results = select.executeQuery()) {
            results.next();
            return results.getLong(1);
        }
    }

    public boolean has(long id) throws SQLException {
        try (var select = connection.prepareStatement("select 1 from manifest where id = ?")) {
            select.setLong(1, id);
            try (var results = select.executeQuery()) {
                return results.next();
            }
        }
    }

    /** The manifest of that key, which is there. */
    public Row get(long id) throws SQLException {
        try (var select = connection.prepareStatement(SELECT + " where id = ?")) {
            select.setLong(1, id);
            return rows(select).get(0);
        }
    }

    public void add(Row row) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into manifest (id, batch, ordinal, number, file_name, digest) values (?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, row.id());
            insert.setString(2, row.batch());
            insert.setInt(3, row.ordinal());
            insert.setString(4, row.number());
            insert.setString(5, row.fileName());
            insert.setString(6, row.digest());
            insert.executeUpdate();
        }
    }

    /**
     * Another file has taken the place of one that failed, before anything of it was loaded.
     *
     * @throws SQLException when records of it are in the book
     */
    public void replace(Row row) throws SQLException {
        try (var update = connection.prepareStatement("update manifest set number = ?, file_name = ?, digest = ?"
                + " where id = ? and not exists (select 1 from slice where manifest = ?)")) {
            update.setString(1, row.number());
            update.setString(2, row.fileName());
            update.setString(3, row.digest());
            update.setLong(4, row.id());
            update.setLong(5, row.id());
            if (update.executeUpdate() != 1) {
                throw new SQLException("records of manifest %d are in the book".formatted(row.id()));
            }
        }
    }

    /** The manifest of that digest which another batch holds. */
    public Optional<Row> inOtherBatch(String digest, String batch) throws SQLException {
        try (var select = connection.prepareStatement(SELECT + " where digest = ? and batch <> ? order by id")) {
            select.setString(1, digest);
            select.setString(2, batch);
            return rows(select).stream().findFirst();
        }
    }

    /** The manifests of a batch in its order. */
    public List<Row> of(String batch) throws SQLException {
        try (var select = connection.prepareStatement(SELECT + " where batch = ? order by ordinal")) {
            select.setString(1, batch);
            return rows(select);
        }
    }

    private static List<Row> rows(PreparedStatement select) throws SQLException {
        var rows = new ArrayList<Row>();
        try (var results = select.executeQuery()) {
            while (results.next()) {
                rows.add(new Row(
                        results.getLong(1),
                        results.getString(2),
                        results.getInt(3),
                        results.getString(4),
                        results.getString(5),
                        results.getString(6)));
            }
        }
        return rows;
    }
}
