package org.minimis.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.minimis.ledger.BatchTable;
import org.minimis.ledger.FailPoints;
import org.minimis.ledger.FileTable;
import org.minimis.ledger.PostingTable;

/**
 * Ends a reconciled batch: the revenue report and the ledger, both from the book, then {@code batch.json} with the digest of
 * every file. The book gets the end of the batch only when no manifest is missing.
 */
final class Report {

    private final Run run;

    Report(Run run) {
        this.run = run;
    }

    ClearResult write(ReportWriter.Summed report) throws IOException, SQLException {
        var plan = run.plan();
        try (var book = run.book().connection()) {
            report.write(book, run.folder().report());
        }
        FailPoints.hit("reported");
        var postings = run.book().read(book -> new PostingTable(book).ofBatch(plan.batch()));
        WholeFile.replace(WholeFile.prepare(run.folder().file(LedgerCsv.NAME), out -> LedgerCsv.write(postings, out)));
        var result = Results.of(run.folder(), plan, run::failure);
        var files = filesOfBatch();
        var all = new ArrayList<FileTable.Row>(files);
        run.book().read(book -> new FileTable(book).of(plan.batch())).stream()
                .filter(row -> row.manifest() != null)
                .forEach(all::add);
        var correction = Correction.read(run.folder());
        var previous = result.exitCode() == 0
                ? BatchChain.read(run.request().out()).previous(plan.batch())
                : Optional.<String>empty();
        WholeFile.replace(WholeFile.prepare(
                run.folder().file(BatchJson.NAME),
                out -> BatchJson.write(plan, result, correction, previous, all, out)));
        FailPoints.hit("recorded");
        if (result.exitCode() == 0) {
            end(files);
        }
        return result;
    }

    /** The files that belong to no single manifest. */
    private List<FileTable.Row> filesOfBatch() throws IOException {
        var files = new ArrayList<Path>();
        files.add(run.folder().file(ExceptionFiles.REFERRED));
        files.add(run.folder().file(ExceptionFiles.REJECTED));
        files.add(run.folder().file(LedgerCsv.NAME));
        for (var folder : List.of(run.folder().report(), run.folder().rejected())) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> all = Files.walk(folder)) {
                    all.filter(Files::isRegularFile).sorted().forEach(files::add);
                }
            }
        }
        var rows = new ArrayList<FileTable.Row>();
        for (var file : files) {
            var name = run.folder().root().relativize(file).toString().replace('\\', '/');
            rows.add(new FileTable.Row(name, null, WholeFile.digest(file), Files.size(file), 0));
        }
        return rows;
    }

    private void end(List<FileTable.Row> files) {
        var batch = run.plan().batch();
        run.book().write(book -> {
            var batches = new BatchTable(book);
            if (batches.find(batch).orElseThrow().ended().equals(BatchTable.COMPLETED)) {
                return;
            }
            var table = new FileTable(book);
            for (var file : files) {
                table.add(batch, file);
            }
            batches.addEnd(batch, BatchTable.COMPLETED);
        });
    }
}
