package org.minimis.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists what the law leaves open. */
@Command(
        name = "readings",
        description = "The open questions of law: their alternatives, the one taken, and why they are open.")
final class LawReadingsCommand implements Callable<Integer> {

    @Mixin
    private ConfigOptions config = new ConfigOptions();

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private TextOrJson format = TextOrJson.TEXT;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var table = new Table("reading", "taken", "alternatives", "note");
        var readings = config.regimes().all().get(0).readings();
        readings.known()
                .values()
                .forEach(reading -> table.row(
                        reading.name(),
                        readings.chosen(reading.name()),
                        String.join(" | ", reading.alternatives()),
                        reading.note()));
        table.print(spec.commandLine().getOut(), format);
        return ExitCode.DONE;
    }
}
