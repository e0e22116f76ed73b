package org.minimis.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.minimis.assessment.Simulation;
import org.minimis.batch.ClearException;
import org.minimis.batch.HouseWaybills;
import org.minimis.batch.LawChoices;
import org.minimis.batch.LawClearing;
import org.minimis.batch.Origins;
import org.minimis.report.SimulationText;
import org.minimis.settings.ConfigFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs two laws over the same manifest in one pass and prints what differs. */
@Command(
        name = "simulate",
        description =
                "What another law would yield: two laws over the same manifest or batch in one pass, and the differences"
                        + " by regime, state and origin. Writes nothing.")
final class SimulateCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE|BATCH", description = "A manifest, or a batch of the book's folder.")
    private String subject = "";

    @Mixin
    private BookOptions book = new BookOptions();

    @Option(
            names = "--base",
            paramLabel = "DATE",
            description = "The day of the law that is compared with. Default: the batch's, or today.")
    private @Nullable LocalDate base;

    @Option(names = "--accepted", paramLabel = "DATE", description = "The other law is that of this day.")
    private @Nullable LocalDate accepted;

    @Option(names = "--reading", paramLabel = "NAME=ALTERNATIVE", description = "The other law takes this alternative.")
    private Map<String, String> readings = new LinkedHashMap<>();

    @Option(
            names = "--law",
            paramLabel = "DIR",
            description = "The other law is that of this folder of law and settings.")
    private @Nullable Path law;

    @Option(
            names = "--config",
            paramLabel = "DIR",
            description = "Folder of law and settings of both. Default: those packed into the program.")
    private @Nullable Path config;

    @Option(names = "--rates", paramLabel = "TABLE", description = "Unofficial table of exchange rates, for both.")
    private @Nullable String rates;

    @Option(names = "--carrier", paramLabel = "NAME", description = "Reads CSV by this carrier's profile.")
    private @Nullable String carrier;

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private SimulationText.Format format = SimulationText.Format.TEXT;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (accepted == null && readings.isEmpty() && law == null) {
            throw new UsageException("there is nothing to compare with; name --accepted, --reading or --law");
        }
        var files = new ArrayList<String>();
        var day = base == null ? Today.date() : base;
        if (Files.exists(Path.of(subject))) {
            files.add(subject);
        } else {
            for (var origin : origins()) {
                files.add(origin.fileName());
                day = base == null ? origin.accepted() : base;
            }
        }
        spec.commandLine().getOut().print(SimulationText.of(compare(files, day), format));
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }

    private List<Origins.Origin> origins() {
        try {
            return Origins.of(book.out, subject);
        } catch (ClearException e) {
            throw new UsageException(
                    "%s: there is no such manifest or batch; correct the name or --out".formatted(subject));
        }
    }

    private Simulation compare(List<String> files, LocalDate day) throws Exception {
        var before = clearing(folder(config), Map.of(), day);
        var after = clearing(folder(law == null ? config : law), readings, accepted == null ? day : accepted);
        var simulation = new Simulation();
        var seen = new HouseWaybills();
        for (var file : files) {
            ManifestRecords.forEachTogether(file, List.of(before, after), (record, together) -> {
                if (seen.repeated(record).isEmpty()) {
                    simulation.add(before.assess(record, together.get(0)), after.assess(record, together.get(1)));
                }
            });
        }
        return simulation;
    }

    private static ConfigFolder folder(@Nullable Path folder) {
        return folder == null ? ConfigFolder.packed() : ConfigFolder.of(folder);
    }

    private LawClearing clearing(ConfigFolder folder, Map<String, String> chosen, LocalDate day) {
        return new LawClearing(folder, new LawChoices(chosen, rates, carrier), day);
    }
}
