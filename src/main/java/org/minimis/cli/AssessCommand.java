package org.minimis.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.minimis.assessment.OutcomeJson;
import org.minimis.batch.HouseWaybills;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Assesses a manifest without a book: one line of JSON for each record. */
@Command(
        name = "assess",
        description = "Assesses each consignment of a manifest, without a database: one line of JSON each.")
final class AssessCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE|-",
            description = "Manifest (.ndjson, .csv, also .gz and .zip), or - for standard input.")
    private String file;

    @Mixin
    private ManifestOptions options = new ManifestOptions();

    @Option(names = "--explain", description = "Adds the reasoning of each figure.")
    private boolean explain;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var clearing = options.clearing();
        var out = spec.commandLine().getOut();
        var seen = new HouseWaybills();
        ManifestRecords.forEachTogether(file, List.of(clearing), (record, together) -> {
            var outcome = seen.repeated(record).orElseGet(() -> clearing.assess(record, explain, together.get(0)));
            out.println(new String(OutcomeJson.bytes(outcome), StandardCharsets.UTF_8));
        });
        return ExitCode.DONE;
    }
}
