package org.minimis.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.minimis.batch.Clear;
import org.minimis.batch.ClearRequest;
import org.minimis.batch.ClearResult;
import org.minimis.declaration.DeclarationValidator;
import org.minimis.money.Amounts;
import org.minimis.report.ReportFiles;
import org.minimis.report.Selection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Clears manifests as one batch. */
@Command(
        name = "clear",
        description = "Clears manifests as one batch: declarations, ledger and revenue report under --out.")
final class ClearCommand implements Callable<Integer> {

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "Manifests (.ndjson, .csv, also .gz and .zip) or folders of them.")
    private List<Path> paths = List.of();

    @Mixin
    private ManifestOptions options = new ManifestOptions();

    @Mixin
    private BookOptions book = new BookOptions();

    @Option(names = "--threads", paramLabel = "N", description = "Workers. Default: one for each processor.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--validate",
            paramLabel = "DIR",
            description =
                    "Validates the XML declarations against the schemas of this folder; exit code 5 when one does not hold.")
    private @Nullable Path schemas;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (threads < 1) {
            throw new UsageException("--threads: '%d' is no number of workers; give 1 or more".formatted(threads));
        }
        var request = ClearRequest.of(paths, options.accepted(), book.out, book.db, threads);
        return finish(clear(request));
    }

    private ClearResult clear(ClearRequest request) {
        try (var progress = ProgressLines.on(spec.commandLine().getErr())) {
            return new Clear(
                            request,
                            options.clearing(),
                            (connection, batch, folder) ->
                                    ReportFiles.write(connection, Selection.batch(batch), folder),
                            progress)
                    .clear();
        }
    }

    private int finish(ClearResult result) throws IOException {
        var out = spec.commandLine().getOut();
        print(result, out);
        if (schemas != null && !validate(result.folder(), schemas, out)) {
            return ExitCode.DIFFERS;
        }
        if (result.exitCode() != 0) {
            spec.commandLine()
                    .getErr()
                    .println(
                            "batch %s is incomplete: mend what failed and clear the same paths again; what is published stays"
                                    .formatted(result.batch()));
        }
        return result.exitCode();
    }

    static void print(ClearResult result, PrintWriter out) {
        out.println("batch %s%s"
                .formatted(result.batch(), result.alreadyCleared() ? " was cleared before, nothing is done" : ""));
        for (var manifest : result.manifests()) {
            out.println(manifest.failure()
                    .map(failure -> "  failed: " + failure)
                    .orElseGet(() -> "  %s: %,d records = %,d assessed + %,d referred + %,d rejected"
                            .formatted(
                                    manifest.number(),
                                    manifest.records(),
                                    manifest.assessed(),
                                    manifest.referred(),
                                    manifest.rejected())));
        }
        for (var total : result.totals()) {
            out.println("  %s: duty %s + VAT %s + fees %s = %s"
                    .formatted(
                            total.currency(),
                            Amounts.plain(total.duty()),
                            Amounts.plain(total.vat()),
                            Amounts.plain(total.fees()),
                            Amounts.plain(total.total())));
        }
        out.println("  " + result.folder());
    }

    private static boolean validate(Path folder, Path schemas, PrintWriter out) throws IOException {
        var validator = DeclarationValidator.of(schemas);
        var complaints = new int[1];
        var messages = 0L;
        try (var files = Files.newDirectoryStream(folder.resolve("declarations"), "*.xml")) {
            for (var file : files) {
                messages += validator.validate(file, complaint -> {
                    complaints[0]++;
                    out.println("  " + complaint);
                });
            }
        }
        out.println("  %,d XML declarations against %s: %,d complaints".formatted(messages, schemas, complaints[0]));
        return complaints[0] == 0;
    }
}
