package org.minimis.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.minimis.batch.ReportWriter;
import org.minimis.batch.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Recomputes a batch under the law that was recorded with it, and lists what differs. */
@Command(
        name = "verify",
        description = "Recomputes every assessment of a batch from its manifests under the recorded law, compares every"
                + " figure and every byte, and lists the differences; exit code 5 when there are any.")
final class VerifyCommand implements Callable<Integer> {

    @Parameters(paramLabel = "BATCH|FOLDER", description = "A batch, its folder, or the folder of all batches.")
    private String batch = "";

    @Option(
            names = "--manifests",
            paramLabel = "DIR",
            description = "Where the manifests are archived. Default: where they were cleared from.")
    private @Nullable Path manifests;

    @Mixin
    private BookOptions book = new BookOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var folder = Path.of(batch).toAbsolutePath().normalize();
        var batches = book.out;
        var one = Optional.of(batch);
        if (Files.isDirectory(folder.resolve("journal"))) {
            batches = folder.getParent();
            one = Optional.of(folder.getFileName().toString());
        } else if (Files.isDirectory(folder)) {
            batches = folder;
            one = Optional.empty();
        }
        var differences = new Verification(batches, book.db, ReportWriter.REVENUE, manifests).verify(one, out::println);
        out.println(differences == 1 ? "1 difference" : "%,d differences".formatted(differences));
        return differences == 0 ? ExitCode.DONE : ExitCode.DIFFERS;
    }
}
