package org.minimis.cli;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.minimis.batch.Purge;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Removes names and addresses from what is kept of old batches. */
@Command(
        name = "purge",
        description =
                "Removes names and addresses from what is kept of completed batches: declarations and exceptions go,"
                        + " amounts, ledger and report stay and still verify. It cannot be undone.")
final class PurgeCommand implements Callable<Integer> {

    @Option(
            names = "--before",
            required = true,
            paramLabel = "DATE",
            description = "Batches that were accepted before this day.")
    private @Nullable LocalDate before;

    @Mixin
    private BookOptions book = new BookOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (before == null) {
            throw new UsageException("--before: name a day");
        }
        var out = spec.commandLine().getOut();
        new Purge(book.out, book.db).before(before, batch -> out.println("batch %s is purged".formatted(batch)));
        return ExitCode.DONE;
    }
}
