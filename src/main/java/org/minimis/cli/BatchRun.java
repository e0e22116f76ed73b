package org.minimis.cli;

import java.util.function.Function;
import org.minimis.batch.Clear;
import org.minimis.batch.ClearRequest;
import org.minimis.batch.ClearResult;
import org.minimis.batch.Clearing;
import org.minimis.batch.Progress;
import org.minimis.batch.ReportWriter;
import org.minimis.batch.Stop;
import org.minimis.money.Amounts;
import picocli.CommandLine.Model.CommandSpec;

/** Runs a batch before an operator's eyes, to its end or to his signal. */
final class BatchRun {

    private final CommandSpec spec;

    private final MetricsOptions metrics;

    BatchRun(CommandSpec spec) {
        this(spec, new MetricsOptions());
    }

    BatchRun(CommandSpec spec, MetricsOptions metrics) {
        this.spec = spec;
        this.metrics = metrics;
    }

    ClearResult of(ClearRequest request, Clearing clearing, Function<Clear, ClearResult> work) {
        var stop = new Stop();
        var err = spec.commandLine().getErr();
        var signals = StopSignals.to(stop, err);
        try (var lines = ProgressLines.on(err)) {
            if (!metrics.areWanted()) {
                return work.apply(clear(request, clearing, lines, stop));
            }
            var measured = metrics.file(lines, "", request.out());
            try {
                var result = work.apply(clear(request, clearing, measured, stop));
                measured.ended(result);
                return result;
            } finally {
                measured.write();
            }
        } finally {
            signals.close();
        }
    }

    private static Clear clear(ClearRequest request, Clearing clearing, Progress progress, Stop stop) {
        return new Clear(request, clearing, ReportWriter.REVENUE, progress, stop);
    }

    /** Prints how it ended, and answers with its exit code. */
    static int print(ClearResult result, CommandSpec spec) {
        var out = spec.commandLine().getOut();
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
        if (result.exitCode() != 0) {
            spec.commandLine()
                    .getErr()
                    .println("batch %s is incomplete: mend what failed, then 'minimis rerun'; what is published stays"
                            .formatted(result.batch()));
        }
        return result.exitCode();
    }
}
