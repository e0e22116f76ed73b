package org.minimis.report;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.javamoney.moneta.Money;
import org.jspecify.annotations.Nullable;
import org.minimis.money.Amounts;

/** Reads the sums of the selected manifests out of one table of the book. */
final class BookRows {

    /** A row's number is its manifest's number times this, plus its place in the manifest. */
    private static final long PLACES = 1L << 40;

    /** Takes the sums of one group of one manifest. */
    @FunctionalInterface
    interface Row {
        void read(ResultSet row, long manifest) throws SQLException;
    }

    private BookRows() {}

    /**
     * @param columns what makes the groups
     * @param sums what is summed in each
     */
    static void each(
            Connection book,
            SelectedManifests manifests,
            @Nullable String regime,
            String table,
            String columns,
            String sums,
            Row reader)
            throws SQLException {
        // The number of a row tells its manifest, so that the rows are read once, in their order, without a join.
        var sql = """
                select id / %d as manifest, %s, %s
                from %s
                where id >= ? and id < ?%s
                group by id / %d, %s
                order by 1, %s
                """.formatted(
                PLACES, columns, sums, table, regime == null ? "" : " and regime = ?", PLACES, columns, columns);
        try (var query = book.prepareStatement(sql)) {
            query.setLong(1, manifests.first() * PLACES);
            query.setLong(2, (manifests.last() + 1) * PLACES);
            if (regime != null) {
                query.setString(3, regime);
            }
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    var manifest = row.getLong("manifest");
                    if (manifests.byId().containsKey(manifest)) {
                        reader.read(row, manifest);
                    }
                }
            }
        }
    }

    /** The amount in a column, or null. */
    static @Nullable Money amountOrNull(ResultSet row, String column, String currency) throws SQLException {
        BigDecimal number = row.getBigDecimal(column);
        return number == null ? null : Amounts.of(Amounts.currency(currency), number);
    }

    /** The amount in a column that holds one. */
    static Money amount(ResultSet row, String column, String currency) throws SQLException {
        return Amounts.of(Amounts.currency(currency), row.getBigDecimal(column));
    }
}
