package org.minimis.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.minimis.batch.Progress;
import org.minimis.batch.Stop;
import org.minimis.batch.Worker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Works for the managers of batches. */
@Command(
        name = "worker",
        description =
                "Screens, clears and loads slices for 'clear --workers', of any batch, until it is stopped. Start any"
                        + " number on any machines that see the same --out and the same manifests under the same names.")
final class WorkerCommand implements Callable<Integer> {

    @Mixin
    private BookOptions book = new BookOptions();

    @Mixin
    private LogOptions log = new LogOptions();

    @Mixin
    private MetricsOptions metrics = new MetricsOptions();

    @Mixin
    private BrokerOptions broker = new BrokerOptions();

    @Option(names = "--threads", paramLabel = "N", description = "Slices at once. Default: one for each processor.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "By which managers and database know it; no two may share one. Default: host and process.")
    private @Nullable String name;

    @Option(
            names = "--idle",
            paramLabel = "SECONDS",
            defaultValue = "0",
            description = "Ends when there was nothing to do for so long; 0 for never. Default: ${DEFAULT-VALUE}.")
    private int idle;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        log.begin();
        if (threads < 1) {
            throw new UsageException("--threads: '%d' is no number of slices; give 1 or more".formatted(threads));
        }
        BrokerOptions.checkShared("--db", book.db);
        if (broker.isEmbedded()) {
            throw new UsageException(
                    "--broker: the embedded broker is the manager's; name its address, for example tcp://localhost:61616");
        }
        var err = spec.commandLine().getErr();
        var stop = new Stop();
        var signals = StopSignals.to(stop, err, "ending behind the frame at hand; once more ends at once");
        try {
            var settings = new Worker.Settings(
                    broker.broker(), book.out, book.db, threads, name(), Duration.ofSeconds(Math.max(0, idle)));
            work(settings, said(err), stop);
        } finally {
            signals.close();
        }
        return ExitCode.DONE;
    }

    private void work(Worker.Settings settings, Progress said, Stop stop) {
        if (!metrics.areWanted()) {
            new Worker(settings, said, stop).work();
            return;
        }
        var measured = metrics.file(said, settings.name(), book.out);
        try {
            new Worker(settings, measured, stop).work();
        } finally {
            measured.write();
        }
    }

    private static Progress said(PrintWriter err) {
        return new Progress() {
            @Override
            public void say(String line) {
                err.println(line);
            }
        };
    }

    private String name() {
        if (name != null) {
            if (!name.matches("[A-Za-z0-9._:-]{1,50}")) {
                throw new UsageException(
                        "--name: '%s' is no name of a worker; give letters, digits, '.', '_', ':' and '-', 50 at most"
                                .formatted(name));
            }
            return name;
        }
        return Host.name() + ":" + ProcessHandle.current().pid();
    }
}
