package org.minimis.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.minimis.regime.LawCoverage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Reads all law files and says what they cover. */
@Command(
        name = "check",
        description =
                "Reads all law; prints one line a regime and its open readings, or what is wrong with file and line.")
final class LawCheckCommand implements Callable<Integer> {

    /** As what it is printed. */
    enum Format {
        TEXT,
        MARKDOWN
    }

    @Mixin
    private ConfigOptions config = new ConfigOptions();

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Format format = Format.TEXT;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var regimes = config.regimes();
        var all = regimes.all().stream().map(LawCoverage::of).toList();
        all.forEach(LawCoverage::check);
        if (format == Format.MARKDOWN) {
            LawCoverage.markdown(all).forEach(out::println);
        } else {
            all.forEach(each -> lines(each).forEach(out::println));
            out.println("law " + regimes.digest());
        }
        return ExitCode.DONE;
    }

    private static List<String> lines(LawCoverage each) {
        var regime = each.regime();
        var lines = new java.util.ArrayList<String>();
        lines.add("%s  %s: %s to %s, %d files, %d changes, checked on %s"
                .formatted(
                        regime.id(),
                        regime.name(),
                        each.firstDay(),
                        each.until() == null ? "open" : each.until(),
                        each.questions(),
                        each.changes().size(),
                        each.checkedOn()));
        for (var name : each.readings()) {
            var reading = regime.readings().known().get(name);
            lines.add("  reading %s: %s (of %s): %s"
                    .formatted(
                            name,
                            regime.readings().chosen(name),
                            String.join(", ", reading.alternatives()),
                            reading.note()));
        }
        return lines;
    }
}
