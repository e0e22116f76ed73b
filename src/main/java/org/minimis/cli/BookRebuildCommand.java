package org.minimis.cli;

import java.util.concurrent.Callable;
import org.minimis.batch.BookFromJournals;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Makes the book from the journals. */
@Command(
        name = "rebuild",
        description =
                "Makes the book from the journals under --out, to the same rows; the one that was there is kept as"
                        + " <name>.before. What ran when is forgotten.")
final class BookRebuildCommand implements Callable<Integer> {

    @Mixin
    private BookOptions book = new BookOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var batches = new BookFromJournals(book.out, book.db).rebuild();
        var out = spec.commandLine().getOut();
        batches.forEach(batch -> out.println("batch " + batch));
        out.println("batches in the book: %d".formatted(batches.size()));
        return ExitCode.DONE;
    }
}
