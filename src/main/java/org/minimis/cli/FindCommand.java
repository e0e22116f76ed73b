package org.minimis.cli;

import java.util.concurrent.Callable;
import org.minimis.batch.Batches;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says where a consignment went. */
@Command(name = "find", description = "Where a consignment went.")
final class FindCommand implements Callable<Integer> {

    @Parameters(paramLabel = "HOUSE_WAYBILL", description = "Its number.")
    private String houseWaybill = "";

    @Mixin
    private BookOptions book = new BookOptions();

    @Mixin
    private FormatOption format = new FormatOption();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var table = new Table("batch", "manifest", "file", "line", "outcome", "regime", "dataset", "reason");
        for (var found : Batches.find(book.db, houseWaybill)) {
            table.row(
                    found.batch(),
                    found.manifest(),
                    found.fileName(),
                    found.line(),
                    found.outcome(),
                    found.regime().orElse(""),
                    found.dataset().orElse(""),
                    found.reason().orElse(""));
        }
        if (table.isEmpty()) {
            throw new UsageException("no consignment '%s' is in the book; check the number or name another --db"
                    .formatted(houseWaybill));
        }
        table.print(spec.commandLine().getOut(), format.chosen);
        return ExitCode.DONE;
    }
}
