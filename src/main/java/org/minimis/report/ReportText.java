package org.minimis.report;

import java.sql.Connection;
import java.sql.SQLException;

/** The revenue report as one text. */
public final class ReportText {

    /** In which form. */
    public enum Format {
        HTML,
        CSV,
        JSON,
        /** A workbook is no text: see {@link RevenueXlsx}. */
        XLSX
    }

    private ReportText() {}

    /** Reads the book and writes the report of a selection. */
    public static String of(Connection book, Selection selection, Format format) throws SQLException {
        var report = RevenueReportTable.read(book, selection);
        return switch (format) {
            case HTML -> RevenueHtml.text(report);
            case CSV -> RevenueCsv.text(report);
            case JSON -> RevenueJson.text(report);
            case XLSX -> throw new IllegalArgumentException("a workbook is no text");
        };
    }
}
