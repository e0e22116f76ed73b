package org.minimis.ledger;

import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The batches of the book, and how they ended. */
public final class BatchTable {

    private static final String SELECT =
            "select b.id, b.accepted, b.law_digest, e.status from batch b" + " left join batch_end e on e.batch = b.id";

    private final Connection connection;

    public BatchTable(Connection connection) {
        this.connection = connection;
    }

    /**
     * One batch.
     *
     * @param ended COMPLETED, or INCOMPLETE where it has not ended whole
     */
    public record Row(String id, LocalDate accepted, String lawDigest, String ended) {}

    /** The state of a batch all of whose manifests were published and which was reconciled. */
    public static final String COMPLETED = "COMPLETED";

    public static final String INCOMPLETE = "INCOMPLETE";

    public void add(String id, LocalDate accepted, String lawDigest) throws SQLException {
        try (var insert =
                connection.prepareStatement("insert into batch (id, accepted, law_digest) values (?, ?, ?)")) {
            insert.setString(1, id);
            insert.setDate(2, Date.valueOf(accepted));
            insert.setString(3, lawDigest);
            insert.executeUpdate();
        }
    }

    public void addEnd(String id, String status) throws SQLException {
        try (var insert = connection.prepareStatement("insert into batch_end (batch, status) values (?, ?)")) {
            insert.setString(1, id);
            insert.setString(2, status);
            insert.executeUpdate();
        }
    }

    public Optional<Row> find(String id) throws SQLException {
        try (var select = connection.prepareStatement(SELECT + " where b.id = ?")) {
            select.setString(1, id);
            return rows(select.executeQuery()).stream().findFirst();
        }
    }

    /** All batches, by the day of acceptance. */
    public List<Row> list() throws SQLException {
        try (var select = connection.prepareStatement(SELECT + " order by b.accepted, b.id")) {
            return rows(select.executeQuery());
        }
    }

    private static List<Row> rows(ResultSet results) throws SQLException {
        var rows = new ArrayList<Row>();
        while (results.next()) {
            var status = results.getString(4);
            rows.add(new Row(
                    results.getString(1),
                    results.getDate(2).toLocalDate(),
                    results.getString(3),
                    status == null ? INCOMPLETE : status));
        }
        return rows;
    }
}
