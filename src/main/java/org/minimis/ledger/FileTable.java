package org.minimis.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files that were published. */
public final class FileTable {

    private final Connection connection;

    public FileTable(Connection connection) {
        this.connection = connection;
    }

    /**
     * One published file.
     *
     * @param name under the batch's folder, for example {@code declarations/EU-H7-MAN-1.xml}
     * @param manifest null for a file of the whole batch
     * @param digest SHA-256 of its bytes
     * @param declarations how many declarations it holds; 0 for other files
     */
    public record Row(String name, @Nullable Long manifest, String digest, long bytes, long declarations) {}

    public void add(String batch, Row row) throws SQLException {
        try (var insert = connection.prepareStatement("insert into published_file"
                + " (batch, name, manifest, digest, bytes, declarations) values (?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, batch);
            insert.setString(2, row.name());
            insert.setObject(3, row.manifest(), Types.BIGINT);
            insert.setString(4, row.digest());
            insert.setLong(5, row.bytes());
            insert.setLong(6, row.declarations());
            insert.executeUpdate();
        }
    }

    /** The files of a batch by name. */
    public List<Row> of(String batch) throws SQLException {
        var rows = new ArrayList<Row>();
        try (var select = connection.prepareStatement(
                "select name, manifest, digest, bytes, declarations from published_file where batch = ? order by name")) {
            select.setString(1, batch);
            try (var results = select.executeQuery()) {
                while (results.next()) {
                    var manifest = results.getLong(2);
                    rows.add(new Row(
                            results.getString(1),
                            results.wasNull() ? null : manifest,
                            results.getString(3),
                            results.getLong(4),
                            results.getLong(5)));
                }
            }
        }
        return rows;
    }
}
