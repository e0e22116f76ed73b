package org.minimis.cli;

import java.util.concurrent.Callable;
import org.minimis.batch.BookFromJournals;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Compares the book with the journals, batch by batch. */
@Command(
        name = "check",
        description = "Compares the book with the journals of each batch under --out; exit code 5 where they differ.")
final class BookCheckCommand implements Callable<Integer> {

    @Mixin
    private BookOptions book = new BookOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var isWhole = true;
        for (var batch : new BookFromJournals(book.out, book.db).check()) {
            isWhole &= batch.differences().isEmpty();
            var state = batch.isComplete() ? "" : " (incomplete)";
            out.println("%s%s: %s"
                    .formatted(
                            batch.batch(),
                            state,
                            batch.differences().isEmpty() ? "book and journals agree" : "they differ"));
            batch.differences().forEach(difference -> out.println("  " + difference));
        }
        if (!isWhole) {
            spec.commandLine()
                    .getErr()
                    .println("the journals are the truth: 'minimis book rebuild' makes the book from them");
        }
        return isWhole ? ExitCode.DONE : ExitCode.DIFFERS;
    }
}
