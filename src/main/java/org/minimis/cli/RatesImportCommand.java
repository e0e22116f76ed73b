package org.minimis.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.minimis.money.RateImportFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes in exchange rates as an authority publishes them. */
@Command(
        name = "import",
        description =
                "Takes in a file of the European Central Bank (eurofxref XML or CSV) or HMRC's monthly rates (XML or CSV).")
final class RatesImportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "As published.")
    private Path file;

    @Option(
            names = "--config",
            required = true,
            paramLabel = "DIR",
            description = "Folder of law and settings to add to.")
    private Path config;

    @Option(names = "--replace", description = "Replaces a month that is there with other figures.")
    private boolean replace;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        try {
            for (var table : RateImportFiles.tables(file.toString(), Files.readAllBytes(file))
                    .entrySet()) {
                write(config.resolve("exchange-rates").resolve(table.getKey()), table.getValue());
            }
            return ExitCode.DONE;
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private void write(Path target, String text) throws IOException {
        var out = spec.commandLine().getOut();
        if (Files.exists(target)) {
            if (Files.readString(target).equals(text)) {
                out.println(target + ": there already");
                return;
            }
            if (!replace) {
                throw new UsageException(target + ": other figures are there already; compare them and say --replace");
            }
        }
        Files.createDirectories(target.getParent());
        Files.writeString(target, text, StandardCharsets.UTF_8);
        out.println(target + ": %d rates".formatted(text.lines().count() - 1));
    }
}
