package org.minimis.cli;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.minimis.regime.LawText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what changes between two days. */
@Command(name = "diff", description = "What changes in the law of a regime between two days.")
final class LawDiffCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "REGIME", description = "For example EU.")
    private String regime;

    @Parameters(index = "1", paramLabel = "FROM", description = "A day, for example 2026-06-30.")
    private LocalDate from;

    @Parameters(index = "2", paramLabel = "TO", description = "Another day, for example 2026-07-01.")
    private LocalDate to;

    @Mixin
    private ConfigOptions config = new ConfigOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var lines = LawText.diff(LawShowCommand.named(config.regimes(), regime), from, to);
        var out = spec.commandLine().getOut();
        if (lines.isEmpty()) {
            out.println("nothing changes in %s from %s to %s".formatted(regime, from, to));
        }
        lines.forEach(out::println);
        return ExitCode.DONE;
    }
}
