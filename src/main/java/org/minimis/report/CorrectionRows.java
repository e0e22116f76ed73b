package org.minimis.report;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Reads what the selected manifests took back of assessments when they corrected them. */
final class CorrectionRows {

    /** As in {@link BookRows}. */
    private static final long PLACES = 1L << 40;

    private CorrectionRows() {}

    /**
     * @param columns of the assessments, what makes the groups
     * @param sums what is summed in each
     */
    static void each(
            Connection book,
            SelectedManifests manifests,
            @Nullable String regime,
            String columns,
            String sums,
            BookRows.Row reader)
            throws SQLException {
        var sql = """
                select c.successor / %d as manifest, %s, %s,
                       sum(case when c.cancels then 1 else 0 end) as cancelled
                from correction c
                join assessed a on a.id = c.original
                join declared d on d.id = a.declared
                where c.successor >= ? and c.successor < ?%s
                group by c.successor / %d, %s
                order by 1
                """.formatted(PLACES, columns, sums, regime == null ? "" : " and regime = ?", PLACES, columns);
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
}
