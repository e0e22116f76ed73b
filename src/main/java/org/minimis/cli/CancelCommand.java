package org.minimis.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.minimis.batch.Amend;
import org.minimis.batch.CancelClearing;
import org.minimis.batch.Clear;
import org.minimis.batch.ClearRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Cancels declarations of a completed batch. */
@Command(
        name = "cancel",
        description = "Cancels declarations of a completed batch: what they had posted is taken back, and messages that"
                + " cancel them are written.")
final class CancelCommand implements Callable<Integer> {

    @Parameters(paramLabel = "BATCH", description = "The batch that holds the consignments.")
    private String batch = "";

    @Option(
            names = "--house-waybill",
            required = true,
            paramLabel = "N",
            description = "Whose declaration is cancelled. Can be given many times.")
    private List<String> houseWaybills = List.of();

    @Option(names = "--reason", required = true, paramLabel = "CODE", description = "Customs' code of the reason.")
    private String reason = "";

    @Mixin
    private LawOptions options = new LawOptions();

    @Mixin
    private BookOptions book = new BookOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var request = new Amend(book.out, book.db)
                .request(
                        batch,
                        reason,
                        true,
                        day -> ClearRequest.of(
                                List.of(CancelClearing.order(book.out, batch, reason, houseWaybills)),
                                day,
                                book.out,
                                book.db,
                                1));
        var clearing = new CancelClearing(options.clearing(request.accepted()), batch);
        return BatchRun.print(new BatchRun(spec).of(request.with(options.choices()), clearing, Clear::clear), spec);
    }
}
