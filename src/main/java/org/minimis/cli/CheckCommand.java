package org.minimis.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.minimis.batch.HouseWaybills;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the findings of manifests; nothing is cleared. */
@Command(
        name = "check",
        description =
                "Prints the findings of manifests as file:line: field: message; nothing is cleared. Exit code 4 when there are any.")
final class CheckCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Manifests, or - for standard input.")
    private List<String> files;

    @Mixin
    private ManifestOptions options = new ManifestOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var clearing = options.clearing();
        var out = spec.commandLine().getOut();
        var findings = new AtomicLong();
        var seen = new HouseWaybills();
        for (var file : files) {
            ManifestRecords.forEach(file, clearing, record -> {
                var outcome = seen.repeated(record).orElseGet(() -> clearing.assess(record));
                for (var finding : outcome.findings()) {
                    findings.incrementAndGet();
                    out.println("%s [%s %s]"
                            .formatted(
                                    finding.at(record.source()),
                                    finding.severity().word(),
                                    finding.reason()));
                }
            });
        }
        return findings.get() == 0 ? ExitCode.DONE : ExitCode.INCOMPLETE;
    }
}
