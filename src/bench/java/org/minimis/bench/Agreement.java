package org.minimis.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Do all programs come to the same duty and VAT? Compared are the consignments that all of them reckon: sales to consumers,
 * gifts and documents to ten states of the Union and to Great Britain, by state and VAT scheme.
 */
public final class Agreement {

    /** The simple programs leave the Union's ordinary tariff out. */
    private static final String NOT_RECKONED = "STANDARD";

    /** DuckDB reckons in whole cents. */
    private static final int CENTS = 2;

    /** Consignments, duty and VAT. */
    record Sum(long consignments, BigDecimal duty, BigDecimal vat) {

        Sum plus(Sum other) {
            return new Sum(consignments + other.consignments, duty.add(other.duty), vat.add(other.vat));
        }
    }

    /**
     * What a program found.
     *
     * @param sums by regime, state and scheme
     * @param outcomes how many records were assessed, referred, rejected
     */
    record Found(Map<String, Sum> sums, Map<String, Long> outcomes) {

        Found() {
            this(new TreeMap<>(), new TreeMap<>());
        }

        Sum all() {
            return sums.values().stream().reduce(new Sum(0, BigDecimal.ZERO, BigDecimal.ZERO), Sum::plus);
        }

        private void add(String regime, String state, String scheme, Sum sum) {
            if ((regime.equals("EU") || regime.equals("GB")) && !scheme.equals(NOT_RECKONED)) {
                sums.merge(regime + " " + state + " " + scheme, sum, Sum::plus);
            }
        }
    }

    private Agreement() {}

    /** Where two programs differ; empty where they agree. */
    static List<String> differences(Found one, Found other) {
        var differences = new ArrayList<String>();
        var keys = new TreeSet<>(one.sums.keySet());
        keys.addAll(other.sums.keySet());
        for (var key : keys) {
            var here = one.sums.get(key);
            var there = other.sums.get(key);
            if (here == null || !here.equals(there)) {
                differences.add(key + ": " + here + " and " + there);
            }
        }
        return differences;
    }

    static Found minimis(Path folder) throws IOException {
        var found = new Found();
        Path report;
        try (var all = Files.walk(folder.resolve("out"))) {
            report = all.filter(file -> file.endsWith("report/revenue.csv"))
                    .findFirst()
                    .orElseThrow();
        }
        try (var rows = CsvReader.builder().ofNamedCsvRecord(report)) {
            for (var row : rows) {
                found.outcomes.merge(row.getField("outcome"), Long.valueOf(row.getField("records")), Long::sum);
                if (row.getField("outcome").equals("assessed")) {
                    found.add(
                            row.getField("regime"),
                            row.getField("state"),
                            row.getField("vat_scheme"),
                            new Sum(Long.parseLong(row.getField("records")), money(row, "duty"), money(row, "vat")));
                }
            }
        }
        return found;
    }

    private static BigDecimal money(NamedCsvRecord row, String field) {
        return new BigDecimal(row.getField(field)).setScale(2);
    }

    static Found plainJob(Path folder) throws IOException {
        var url = "jdbc:h2:file:" + folder.resolve("plain");
        return query(
                url,
                0,
                "select regime, state, scheme, count(*), sum(duty), sum(vat) from declaration"
                        + " where outcome = 'assessed' group by regime, state, scheme");
    }

    static Found duckDb(Path folder) throws IOException {
        return query(
                "jdbc:duckdb:",
                CENTS,
                "select regime, state, scheme, count(*), sum(duty),"
                        + " sum(vat) from '" + folder.resolve("sums.csv") + "'"
                        + " where outcome = 'assessed' group by regime, state, scheme");
    }

    private static Found query(String url, int decimals, String sql) throws IOException {
        var found = new Found();
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(
                        rows.getString(1),
                        rows.getString(2),
                        rows.getString(3),
                        new Sum(
                                rows.getLong(4),
                                rows.getBigDecimal(5).movePointLeft(decimals).setScale(2),
                                rows.getBigDecimal(6).movePointLeft(decimals).setScale(2)));
            }
            return found;
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
