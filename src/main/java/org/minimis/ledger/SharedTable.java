package org.minimis.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.postgresql.PGConnection;

/**
 * A table of what many rows share: each thing is kept once, and the rows hold its number. There are some hundreds.
 *
 * @param <K> kind of thing
 */
final class SharedTable<K> {

    private final Connection connection;
    private final String table;
    private final List<String> columns;
    private final Function<K, List<Object>> values;
    private final Map<K, Integer> numbers = new HashMap<>();
    private final Map<Integer, K> things = new HashMap<>();

    /** Makes a thing of the columns that start at the second. */
    @FunctionalInterface
    private interface Reading<K> {
        K read(ResultSet row) throws SQLException;
    }

    private SharedTable(
            Connection connection,
            String table,
            List<String> columns,
            Function<K, List<Object>> values,
            Reading<K> reading)
            throws SQLException {
        this.connection = connection;
        this.table = table;
        this.columns = columns;
        this.values = values;
        try (var select = connection.prepareStatement("select id, " + String.join(", ", columns) + " from " + table);
                var row = select.executeQuery()) {
            while (row.next()) {
                remember(row.getInt(1), reading.read(row));
            }
        }
    }

    static SharedTable<Declared> declared(Connection connection) throws SQLException {
        return new SharedTable<>(
                connection,
                "declared",
                List.of("regime", "state", "office", "dataset", "vat_scheme", "category", "currency"),
                one -> List.of(
                        one.regime(),
                        one.state(),
                        one.office(),
                        one.dataset(),
                        one.vatScheme(),
                        one.category(),
                        one.currency()),
                row -> new Declared(
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getInt(7),
                        row.getString(8)));
    }

    static SharedTable<Ground> grounds(Connection connection) throws SQLException {
        return new SharedTable<>(
                connection,
                "ground",
                List.of("outcome", "regime", "state", "dataset", "category", "currency", "reason"),
                one -> List.of(
                        one.outcome(),
                        one.regime(),
                        one.state(),
                        one.dataset(),
                        one.category(),
                        one.currency(),
                        one.reason()),
                row -> new Ground(
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getInt(6),
                        row.getString(7),
                        row.getString(8)));
    }

    private void remember(int number, K thing) {
        numbers.put(thing, number);
        things.put(number, thing);
    }

    /** The thing of that number, which is there. */
    K thing(int number) throws SQLException {
        var thing = things.get(number);
        if (thing == null) {
            throw new SQLException("%s %d is not in the book".formatted(table, number));
        }
        return thing;
    }

    /** The number of a thing; a new one where it has none. */
    int number(K thing) throws SQLException {
        var known = numbers.get(thing);
        if (known != null) {
            return known;
        }
        add(thing);
        var number = find(thing);
        remember(number, thing);
        return number;
    }

    private void add(K thing) throws SQLException {
        var marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
        var sql = "insert into %s (%s) values (%s)".formatted(table, String.join(", ", columns), marks);
        if (connection.isWrapperFor(PGConnection.class)) {
            sql += " on conflict do nothing"; // another process may just have added it
            addAlone();
        }
        try (var insert = connection.prepareStatement(sql)) {
            set(insert, thing);
            insert.executeUpdate();
        }
    }

    /** Two transactions that add the same things, each in its own order, would wait for each other. */
    private void addAlone() throws SQLException {
        try (var lock = connection.createStatement()) {
            lock.execute("select pg_advisory_xact_lock(hashtextextended('minimis shared', 0))");
        }
    }

    private int find(K thing) throws SQLException {
        var sql = "select id from %s where %s = ?".formatted(table, String.join(" = ? and ", columns));
        try (var select = connection.prepareStatement(sql)) {
            set(select, thing);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private void set(PreparedStatement statement, K thing) throws SQLException {
        var index = 0;
        for (var value : values.apply(thing)) {
            statement.setObject(++index, value);
        }
    }
}
