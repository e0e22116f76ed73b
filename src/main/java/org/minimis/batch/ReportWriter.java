package org.minimis.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** Writes the revenue report of a batch from the book, and from nothing else. */
@FunctionalInterface
public interface ReportWriter {

    /** @param folder an empty or older folder {@code report} of the batch */
    void write(Connection book, String batch, Path folder) throws IOException, SQLException;
}
