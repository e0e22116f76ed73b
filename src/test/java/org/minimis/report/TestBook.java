package org.minimis.report;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.minimis.ledger.AssessmentRow;
import org.minimis.ledger.AssessmentTable;
import org.minimis.ledger.Declared;
import org.minimis.ledger.ExceptionRow;
import org.minimis.ledger.ExceptionTable;
import org.minimis.ledger.TenThousandths;

/** A book in memory, filled row by row as the loading of a batch would. */
final class TestBook implements AutoCloseable {

    private static int books;

    private final Connection connection;
    private final Map<String, BigDecimal> owed = new LinkedHashMap<>();
    private long manifest;
    private int ordinal;
    private long place;
    private final long[] counts = new long[3];

    TestBook() throws SQLException, IOException {
        connection = DriverManager.getConnection("jdbc:h2:mem:report" + books++);
        for (var name : List.of("V2__book.sql", "V4__correction.sql")) {
            try (var script = TestBook.class.getResourceAsStream("/db/migration/book/" + name);
                    var statement = connection.createStatement()) {
                statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
    }

    Connection connection() {
        return connection;
    }

    TestBook batch(String id, String accepted, String lawDigest) throws SQLException {
        ordinal = 0;
        return run(
                "insert into batch (id, accepted, law_digest) values (?, cast(? as date), ?)", id, accepted, lawDigest);
    }

    /** Begins a manifest; {@link #load} ends it. */
    TestBook manifest(String batch, String number) throws SQLException {
        manifest++;
        run(
                "insert into manifest (id, batch, ordinal, number, file_name, digest) values (?, ?, ?, ?, ?, ?)",
                manifest,
                batch,
                ++ordinal,
                number,
                "/secret/" + number + ".ndjson",
                "f".repeat(64));
        place = 0;
        owed.clear();
        Arrays.fill(counts, 0);
        return this;
    }

    /**
     * @param account regime, state, dataset and VAT scheme, parted by slashes
     * @param fee name and amount, parted by a blank; null for none
     */
    TestBook assessed(
            String account,
            String office,
            int category,
            String currency,
            String value,
            String duty,
            @Nullable String vatBase,
            String vat,
            @Nullable String fee)
            throws SQLException {
        var parts = account.split("/", 4);
        var fees = fee == null ? "0" : fee.substring(fee.lastIndexOf(' ') + 1);
        try (var rows = new AssessmentTable(connection)) {
            rows.add(
                    manifest << 16,
                    new AssessmentRow(
                            place++,
                            "XP" + place,
                            counts[0]++,
                            new Declared(parts[0], parts[1], office, parts[2], parts[3], category, currency),
                            units(value),
                            units(value),
                            units(duty),
                            vatBase == null ? null : units(vatBase),
                            units(vat),
                            units(fees)));
            rows.flush();
        }
        owe(account + "/duty " + currency, duty);
        owe(account + "/vat " + currency, vat);
        if (fee != null) {
            owe(account + "/fee:" + fee.substring(0, fee.lastIndexOf(' ')) + " " + currency, fees);
        }
        return this;
    }

    private void owe(String account, String amount) {
        owed.merge(account, new BigDecimal(amount), BigDecimal::add);
    }

    TestBook referred(
            String reason,
            @Nullable String regime,
            @Nullable String state,
            @Nullable String dataset,
            int category,
            @Nullable String currency,
            @Nullable String value)
            throws SQLException {
        counts[1]++;
        return exception("referred", reason, regime, state, dataset, category, currency, value);
    }

    TestBook rejected(String reason) throws SQLException {
        counts[2]++;
        return exception("rejected", reason, null, null, null, null, null, null);
    }

    private TestBook exception(
            String outcome,
            String reason,
            @Nullable String regime,
            @Nullable String state,
            @Nullable String dataset,
            @Nullable Integer category,
            @Nullable String currency,
            @Nullable String value)
            throws SQLException {
        try (var rows = new ExceptionTable(connection)) {
            rows.add(
                    manifest << 16,
                    new ExceptionRow(
                            place++,
                            outcome,
                            "XP" + place,
                            1,
                            regime,
                            state,
                            dataset,
                            category == null ? 0 : category,
                            currency,
                            value == null ? null : units(value),
                            reason));
            rows.flush();
        }
        return this;
    }

    private static long units(String amount) {
        return TenThousandths.of(new BigDecimal(amount));
    }

    /** Enters the slice and the balanced postings of the manifest. */
    TestBook load() throws SQLException {
        run(
                "insert into slice values (?, ?, ?, ?, ?, ?)",
                manifest << 16,
                manifest,
                counts[0] + counts[1] + counts[2],
                counts[0],
                counts[1],
                counts[2]);
        run("insert into journal_entry (manifest, narrative) values (?, ?)", manifest, "owed");
        for (var one : owed.entrySet()) {
            var account = one.getKey().substring(0, one.getKey().length() - 4);
            var currency = one.getKey().substring(one.getKey().length() - 3);
            post(account, one.getValue().negate(), currency);
            var receivable = String.join("/", Arrays.copyOf(account.split("/"), 4)) + "/receivable";
            post(receivable, one.getValue(), currency);
        }
        return this;
    }

    private void post(String account, BigDecimal amount, String currency) throws SQLException {
        run(
                "insert into posting (entry, account, amount, currency)"
                        + " values ((select max(id) from journal_entry), ?, ?, ?)",
                account,
                amount,
                currency);
    }

    TestBook run(String sql, @Nullable Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
        return this;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
