package org.minimis.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.minimis.batch.Batches;
import org.minimis.report.ReportText;
import org.minimis.report.RevenueReportTable;
import org.minimis.report.RevenueXlsx;
import org.minimis.report.Selection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the revenue report of a stretch of days. */
@Command(name = "report", description = "The revenue report: by day, regime, state, office, dataset and VAT scheme.")
final class ReportCommand implements Callable<Integer> {

    @Option(names = "--from", paramLabel = "DATE", description = "First day of acceptance.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "Last day of acceptance.")
    private @Nullable LocalDate to;

    @Option(names = "--regime", paramLabel = "ID", description = "One regime only, for example EU.")
    private @Nullable String regime;

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private ReportText.Format format = ReportText.Format.CSV;

    @Option(names = "--file", paramLabel = "FILE", description = "Where to write it. Default: standard output.")
    private @Nullable Path file;

    @Mixin
    private BookOptions book = new BookOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (from != null && to != null && to.isBefore(from)) {
            throw new UsageException("--to: '%s' is before --from '%s'; swap them".formatted(to, from));
        }
        var selection = Selection.accepted(from, to).regime(regime);
        if (format == ReportText.Format.XLSX) {
            return workbook(selection);
        }
        var text = Batches.read(book.db, connection -> ReportText.of(connection, selection, format));
        if (file == null) {
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
        } else {
            Files.writeString(file, text);
        }
        return ExitCode.DONE;
    }

    private int workbook(Selection selection) throws Exception {
        if (file == null) {
            throw new UsageException("--file: a workbook is no text; name the file to write it to");
        }
        var report = Batches.read(book.db, connection -> RevenueReportTable.read(connection, selection));
        try (var workbook = Files.newOutputStream(file)) {
            RevenueXlsx.write(report, workbook);
        }
        return ExitCode.DONE;
    }
}
