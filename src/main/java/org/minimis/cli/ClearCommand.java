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

    @Mixin
    private LogOptions log = new LogOptions();

    @Mixin
    private MetricsOptions metrics = new MetricsOptions();

    @Mixin
    private WorkersOptions workers = new WorkersOptions();

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
        log.begin();
        var threads = workers.threads();
        var request = ClearRequest.of(paths, options.accepted(), book.out, book.db, threads)
                .with(options.choices())
                .by(workers.remote(book.db));
        return finish(new BatchRun(spec, metrics).of(request, options.clearing(), Clear::clear));
    }

    private int finish(ClearResult result) throws IOException {
        var out = spec.commandLine().getOut();
        var code = BatchRun.print(result, spec);
        return schemas != null && !validate(result.folder(), schemas, out) ? ExitCode.DIFFERS : code;
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
