package org.minimis.cli;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.minimis.regime.LawGuide;
import org.minimis.report.GuideHtml;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what a small seller must know of a country. */
@Command(
        name = "guide",
        description =
                "For a small seller: thresholds, rates, what is excluded, which identifiers to give; made of the law files.")
final class LawGuideCommand implements Callable<Integer> {

    /** As what it is printed. */
    enum Format {
        TEXT,
        HTML
    }

    @Parameters(paramLabel = "COUNTRY", description = "Of destination, for example DE.")
    private String country = "";

    @Option(names = "--on", paramLabel = "DATE", description = "The day of acceptance. Default: today.")
    private @Nullable LocalDate on;

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Format format = Format.TEXT;

    @Mixin
    private ConfigOptions config = new ConfigOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var regimes = config.regimes();
        var regime = regimes.all().stream()
                .filter(each -> each.states().contains(country))
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        "no law for '%s' is written down; 'law check' lists what is".formatted(country)));
        var guide = LawGuide.of(regime.on(on == null ? Today.date() : on), country);
        var out = spec.commandLine().getOut();
        switch (format) {
            case TEXT -> guide.lines().forEach(out::println);
            case HTML -> out.println(GuideHtml.text(guide));
        }
        return ExitCode.DONE;
    }
}
