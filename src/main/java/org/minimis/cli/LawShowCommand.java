package org.minimis.cli;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.minimis.regime.LawText;
import org.minimis.regime.Regime;
import org.minimis.regime.Regimes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the law of a day. */
@Command(name = "show", description = "The law of a regime on a day, case by case, with its sources.")
final class LawShowCommand implements Callable<Integer> {

    @Parameters(paramLabel = "REGIME", description = "For example EU.")
    private String regime;

    @Option(names = "--on", required = true, paramLabel = "DATE", description = "The day, for example 2026-07-01.")
    private LocalDate on;

    @Mixin
    private ConfigOptions config = new ConfigOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        LawText.show(named(config.regimes(), regime).on(on))
                .forEach(spec.commandLine().getOut()::println);
        return ExitCode.DONE;
    }

    static Regime named(Regimes regimes, String id) {
        var found = regimes.byId(id);
        if (found == null) {
            throw new UsageException("there is no regime '%s'; known are %s"
                    .formatted(
                            id,
                            String.join(
                                    ", ", regimes.all().stream().map(Regime::id).toList())));
        }
        return found;
    }
}
