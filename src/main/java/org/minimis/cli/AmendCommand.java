package org.minimis.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.minimis.batch.Amend;
import org.minimis.batch.Clear;
import org.minimis.batch.ClearRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Corrects consignments of a completed batch. */
@Command(
        name = "amend",
        description =
                "Corrects consignments of a completed batch: what they had posted is taken back, what they owe now is"
                        + " posted, amended declarations are written. Those that were not assessed before are simply cleared.")
final class AmendCommand implements Callable<Integer> {

    @Parameters(paramLabel = "BATCH", description = "The batch that holds the consignments.")
    private String batch = "";

    @Option(
            names = "--with",
            required = true,
            paramLabel = "FILE",
            description = "A manifest of the corrected consignments, under the same house waybills.")
    private Path file = Path.of("");

    @Option(names = "--reason", paramLabel = "CODE", description = "Customs' code of the reason.")
    private @Nullable String reason;

    @Mixin
    private LawOptions options = new LawOptions();

    @Mixin
    private BookOptions book = new BookOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var request = new Amend(book.out, book.db)
                .request(batch, reason, false, day -> ClearRequest.of(List.of(file), day, book.out, book.db, 1));
        var clearing = options.clearing(request.accepted());
        return BatchRun.print(new BatchRun(spec).of(request.with(options.choices()), clearing, Clear::clear), spec);
    }
}
