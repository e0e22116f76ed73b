package org.minimis.ledger;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.minimis.money.Amounts;

/** The journal entries of the book with their postings. */
public final class PostingTable {

    private static final String SELECT =
            "select m.ordinal, m.number, e.id, e.narrative, p.account, p.amount, p.currency"
                    + " from posting p join journal_entry e on e.id = p.entry join manifest m on m.id = e.manifest";

    private final Connection connection;

    public PostingTable(Connection connection) {
        this.connection = connection;
    }

    /** One posting with the entry and the manifest that it belongs to. Amount in ten-thousandths. */
    public record Row(
            int ordinal,
            String manifest,
            long entry,
            String narrative,
            Account account,
            long amount,
            String currency) {}

    public boolean has(long manifest) throws SQLException {
        try (var select = connection.prepareStatement("select 1 from journal_entry where manifest = ?")) {
            select.setLong(1, manifest);
            try (var results = select.executeQuery()) {
                return results.next();
            }
        }
    }

    public void add(long manifest, JournalEntry entry) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into posting (entry, account, amount, currency) values (?, ?, ?, ?)")) {
            var id = addEntry(manifest, entry.narrative());
            for (var posting : entry.postings()) {
                insert.setLong(1, id);
                insert.setString(2, posting.account().toString());
                insert.setBigDecimal(3, Amounts.number(posting.amount()));
                insert.setString(4, posting.currency().getCurrencyCode());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private long addEntry(long manifest, String narrative) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into journal_entry (manifest, narrative) values (?, ?)", Statement.RETURN_GENERATED_KEYS)) {
            insert.setLong(1, manifest);
            insert.setString(2, narrative);
            insert.executeUpdate();
            try (var keys = insert.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }
    }

    /** The postings of a manifest in a stable order. */
    public List<Row> ofManifest(long manifest) throws SQLException {
        try (var select =
                connection.prepareStatement(SELECT + " where m.id = ? order by e.id, p.account, p.currency")) {
            select.setLong(1, manifest);
            return rows(select);
        }
    }

    /** The postings of a batch in a stable order. */
    public List<Row> ofBatch(String batch) throws SQLException {
        try (var select = connection.prepareStatement(
                SELECT + " where m.batch = ? order by m.ordinal, e.id, p.account, p.currency")) {
            select.setString(1, batch);
            return rows(select);
        }
    }

    private static List<Row> rows(java.sql.PreparedStatement select) throws SQLException {
        var rows = new ArrayList<Row>();
        try (var results = select.executeQuery()) {
            while (results.next()) {
                rows.add(new Row(
                        results.getInt(1),
                        results.getString(2),
                        results.getLong(3),
                        results.getString(4),
                        Account.parse(results.getString(5)),
                        TenThousandths.of(results.getBigDecimal(6)),
                        results.getString(7)));
            }
        }
        return rows;
    }

    /** What the postings of a batch sum to, by currency: zero, or the books do not balance. */
    public Map<String, BigDecimal> balance(String batch) throws SQLException {
        var sums = new TreeMap<String, BigDecimal>();
        try (var select = connection.prepareStatement("select p.currency, sum(p.amount) from posting p"
                + " join journal_entry e on e.id = p.entry join manifest m on m.id = e.manifest"
                + " where m.batch = ? group by p.currency")) {
            select.setString(1, batch);
            try (var results = select.executeQuery()) {
                while (results.next()) {
                    sums.put(results.getString(1), results.getBigDecimal(2));
                }
            }
        }
        return sums;
    }
}
