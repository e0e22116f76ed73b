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

    private static final int DECIMALS = -4;

    /** Takes the sums of one group of one manifest. */
    @FunctionalInterface
    interface Row {
        void read(ResultSet row, long manifest) throws SQLException;
    }

    private BookRows() {}

    /**
     * Rows of the book and what they share, which makes the groups.
     *
     * @param number the column of {@code rows} that names a row of {@code shared}
     * @param columns of {@code shared}
     */
    record Source(String rows, String number, String shared, String columns) {}

    /** @param sums what is summed in each group */
    static void each(
            Connection book,
            SelectedManifests manifests,
            @Nullable String regime,
            Source source,
            String sums,
            Row reader)
            throws SQLException {
        // The number of a row tells its manifest, so that the rows are read once, in their order, and summed before the
        // join.
        var sql = """
                select t.*, %s
                from (select id / %d as manifest, %s, %s
                      from %s
                      where id >= ? and id < ?
                      group by id / %d, %s) t
                join %s d on d.id = t.%s
                %s
                order by 1
                """.formatted(
                        source.columns(),
                        PLACES,
                        source.number(),
                        sums,
                        source.rows(),
                        PLACES,
                        source.number(),
                        source.shared(),
                        source.number(),
                        regime == null ? "" : "where regime = ?");
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

    /** The amount in a column of ten-thousandths, or null. */
    static @Nullable Money amountOrNull(ResultSet row, String column, String currency) throws SQLException {
        BigDecimal number = row.getBigDecimal(column);
        return number == null ? null : Amounts.of(Amounts.currency(currency), number.scaleByPowerOfTen(DECIMALS));
    }

    /** The amount in a column of ten-thousandths that holds one. */
    static Money amount(ResultSet row, String column, String currency) throws SQLException {
        return Amounts.of(Amounts.currency(currency), row.getBigDecimal(column).scaleByPowerOfTen(DECIMALS));
    }
}
