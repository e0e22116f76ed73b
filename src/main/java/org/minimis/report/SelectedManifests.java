package org.minimis.report;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The manifests that a report is about.
 *
 * @param from first day of acceptance among their batches; null where there is no batch
 * @param to last day
 * @param lawDigests of their batches, sorted
 * @param byId by their number in the book
 */
record SelectedManifests(
        @Nullable LocalDate from, @Nullable LocalDate to, TreeSet<String> lawDigests, TreeMap<Long, Manifest> byId) {

    /**
     * One manifest.
     *
     * @param loaded what its loaded slices say about its records
     */
    record Manifest(LocalDate accepted, String number, Counts loaded) {}

    private static final String QUERY = """
            select b.accepted, b.law_digest, m.id, m.number,
                   coalesce(sum(s.assessed), 0) as assessed,
                   coalesce(sum(s.referred), 0) as referred,
                   coalesce(sum(s.rejected), 0) as rejected
            from batch b
            left join manifest m on m.batch = b.id
            left join slice s on s.manifest = m.id
            %s
            group by b.accepted, b.law_digest, m.id, m.number
            order by b.accepted, m.id
            """;

    static SelectedManifests read(Connection book, Selection selection) throws SQLException {
        var conditions = new ArrayList<String>();
        var values = new ArrayList<Object>();
        add("b.accepted >= ?", selection.from(), conditions, values);
        add("b.accepted <= ?", selection.to(), conditions, values);
        add("b.id = ?", selection.batch(), conditions, values);
        var where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
        try (var query = book.prepareStatement(QUERY.formatted(where))) {
            for (var i = 0; i < values.size(); i++) {
                query.setObject(i + 1, values.get(i));
            }
            return read(query, selection);
        }
    }

    private static void add(
            String condition, @Nullable Object value, ArrayList<String> conditions, ArrayList<Object> values) {
        if (value != null) {
            conditions.add(condition);
            values.add(value);
        }
    }

    private static SelectedManifests read(PreparedStatement query, Selection selection) throws SQLException {
        var digests = new TreeSet<String>();
        var byId = new TreeMap<Long, Manifest>();
        var days = new TreeSet<LocalDate>();
        try (var row = query.executeQuery()) {
            while (row.next()) {
                days.add(row.getObject("accepted", LocalDate.class));
                digests.add(row.getString("law_digest"));
                add(row, byId);
            }
        }
        var from = selection.from() != null || days.isEmpty() ? selection.from() : days.first();
        var to = selection.to() != null || days.isEmpty() ? selection.to() : days.last();
        return new SelectedManifests(from, to, digests, byId);
    }

    private static void add(ResultSet row, Map<Long, Manifest> byId) throws SQLException {
        var id = row.getLong("id");
        if (!row.wasNull()) {
            var loaded = new Counts(row.getLong("assessed"), row.getLong("referred"), row.getLong("rejected"));
            byId.put(id, new Manifest(row.getObject("accepted", LocalDate.class), row.getString("number"), loaded));
        }
    }

    long first() {
        return byId.isEmpty() ? 0 : byId.firstKey();
    }

    long last() {
        return byId.isEmpty() ? -1 : byId.lastKey();
    }
}
