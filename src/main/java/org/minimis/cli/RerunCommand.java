package org.minimis.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.minimis.batch.ClearRequest;
import org.minimis.batch.Unfinished;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes up a batch that failed, was stopped or killed. */
@Command(
        name = "rerun",
        description =
                "Goes on with a batch that failed, was stopped or killed, where it stood; manifests that failed are"
                        + " read again. Day, readings and settings are those that it began with.")
final class RerunCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "BATCH",
            description = "Its number. Default: the last that is not complete.")
    private @Nullable String batch;

    @Mixin
    private BookOptions book = new BookOptions();

    @Mixin
    private LogOptions log = new LogOptions();

    @Mixin
    private MetricsOptions metrics = new MetricsOptions();

    @Mixin
    private WorkersOptions workers = new WorkersOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        log.begin();
        var threads = workers.threads();
        var found = batch == null ? Unfinished.last(book.out) : Optional.of(Unfinished.named(book.out, batch));
        if (found.isEmpty() || found.get().isComplete()) {
            spec.commandLine()
                    .getOut()
                    .println(
                            batch == null
                                    ? "all batches under %s are complete, nothing is done".formatted(book.out)
                                    : "batch %s is complete, nothing is done".formatted(batch));
            return ExitCode.DONE;
        }
        return rerun(found.get(), threads);
    }

    private int rerun(Unfinished unfinished, int threads) {
        var choices = unfinished.choices();
        var clearing = unfinished.clearing(LawOptions.clearing(choices, unfinished.accepted()));
        var request = ClearRequest.of(unfinished.paths(), unfinished.accepted(), book.out, book.db, threads)
                .with(choices)
                .by(workers.remote(book.db))
                .correcting(unfinished.correction().orElse(null));
        var result = new BatchRun(spec, metrics).of(request, clearing, clear -> clear.rerun(unfinished));
        return BatchRun.print(result, spec);
    }
}
