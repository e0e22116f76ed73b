package org.minimis.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.minimis.report.ReportFiles;
import org.minimis.report.RevenueReportTable;
import org.minimis.report.Selection;

/** Writes the report of a batch from the book, and from nothing else. */
@FunctionalInterface
public interface ReportWriter {

    /** The revenue report. */
    ReportWriter REVENUE = new ReportWriter() {
        @Override
        public void write(Connection book, String batch, Path folder) throws IOException, SQLException {
            ReportFiles.write(book, Selection.batch(batch), folder);
        }

        @Override
        public Summed sum(Connection book, String batch) throws SQLException {
            var sums = RevenueReportTable.sum(book, Selection.batch(batch));
            return (posted, folder) -> ReportFiles.write(sums.report(posted), folder);
        }
    };

    /** @param folder an empty or older folder {@code report} of the batch */
    void write(Connection book, String batch, Path folder) throws IOException, SQLException;

    /** Sums the batch's records, which takes long and needs no posting. */
    default Summed sum(Connection book, String batch) throws SQLException {
        return (posted, folder) -> write(posted, batch, folder);
    }

    /** A report whose records are summed. */
    @FunctionalInterface
    interface Summed {

        /** @param posted the same book, in which the batch is posted by now */
        void write(Connection posted, Path folder) throws IOException, SQLException;
    }
}
