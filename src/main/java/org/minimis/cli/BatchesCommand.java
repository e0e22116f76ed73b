package org.minimis.cli;

import java.util.concurrent.Callable;
import org.minimis.batch.Batches;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the batches of the book. */
@Command(name = "batches", description = "What ran and how it ended.")
final class BatchesCommand implements Callable<Integer> {

    @Mixin
    private BookOptions book = new BookOptions();

    @Mixin
    private FormatOption format = new FormatOption();

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--watch",
            description = "Shows the slices that workers have at this moment; on a terminal anew each second until the"
                    + " batches are complete. For a book in PostgreSQL.")
    private boolean watch;

    @Override
    public Integer call() throws InterruptedException {
        if (watch) {
            return watch();
        }
        var table =
                new Table("batch", "accepted", "status", "manifests", "records", "assessed", "referred", "rejected");
        for (var batch : Batches.list(book.db)) {
            table.row(
                    batch.id(),
                    batch.accepted(),
                    batch.status(),
                    batch.manifests(),
                    batch.records(),
                    batch.assessed(),
                    batch.referred(),
                    batch.rejected());
        }
        table.print(spec.commandLine().getOut(), format.chosen);
        return ExitCode.DONE;
    }

    private int watch() throws InterruptedException {
        BrokerOptions.checkShared("--watch", book.db);
        try (var open = Batches.open(book.db)) {
            var plain = System.getenv().containsKey("NO_COLOR");
            new WorkWatch(open, spec.commandLine().getOut(), format.chosen, Terminal.isStandardOutput(), plain).watch();
        }
        return ExitCode.DONE;
    }
}
