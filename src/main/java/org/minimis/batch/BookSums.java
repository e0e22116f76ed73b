package org.minimis.batch;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.minimis.ledger.AssessmentTable;
import org.minimis.ledger.ExceptionTable;

/**
 * What the rows of the book come to. Once a batch is loaded nothing changes its rows any more, so that they are summed while its
 * manifests are published.
 */
final class BookSums {

    private final Run run;
    private final Map<Long, OfManifest> manifests = new ConcurrentHashMap<>();
    private volatile ReportWriter.@Nullable Summed report;

    /**
     * The rows of one manifest.
     *
     * @param exceptions how many records had each outcome
     */
    record OfManifest(List<AssessmentTable.Total> assessed, Map<String, Long> exceptions) {

        static OfManifest read(Connection book, long manifest) throws SQLException {
            try (var assessments = new AssessmentTable(book);
                    var exceptions = new ExceptionTable(book)) {
                return new OfManifest(assessments.totals(manifest), exceptions.counts(manifest));
            }
        }
    }

    BookSums(Run run) {
        this.run = run;
    }

    /** By manifest, to be held against the journals. */
    void read() throws SQLException {
        try (var book = run.book().connection()) {
            for (var manifest : run.sound()) {
                manifests.put(manifest.id(), OfManifest.read(book, manifest.id()));
            }
        }
    }

    /** By what the report tells apart. */
    void sumReport() throws SQLException {
        try (var book = run.book().connection()) {
            report = run.report().sum(book, run.plan().batch());
        }
    }

    OfManifest of(Plan.Manifest manifest) {
        return Objects.requireNonNull(manifests.get(manifest.id()));
    }

    ReportWriter.Summed report() {
        return Objects.requireNonNull(report);
    }
}
