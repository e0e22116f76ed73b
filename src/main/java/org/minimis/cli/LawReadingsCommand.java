package org.minimis.cli;

import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.minimis.regime.Readings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists what the law leaves open. */
@Command(
        name = "readings",
        description = "The open questions of law: their alternatives, the one taken, and why they are open.")
final class LawReadingsCommand implements Callable<Integer> {

    @Mixin
    private ConfigOptions config = new ConfigOptions();

    @Mixin
    private FormatOption format = new FormatOption();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var table = new Table("reading", "taken", "alternatives", "note");
        var byName = new TreeMap<String, Readings>();
        for (var regime : config.regimes().all()) {
            regime.readings().known().keySet().forEach(name -> byName.put(name, regime.readings()));
        }
        byName.forEach((name, readings) -> table.row(
                name,
                readings.chosen(name),
                String.join(" | ", readings.known().get(name).alternatives()),
                readings.known().get(name).note()));
        table.print(spec.commandLine().getOut(), format.chosen);
        return ExitCode.DONE;
    }
}
