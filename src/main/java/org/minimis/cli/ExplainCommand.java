package org.minimis.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.minimis.assessment.OutcomeJson;
import org.minimis.assessment.OutcomeText;
import org.minimis.batch.Batches;
import org.minimis.batch.Clearing;
import org.minimis.batch.HouseWaybills;
import org.minimis.batch.KeptLaw;
import org.minimis.batch.LawClearing;
import org.minimis.batch.Origins;
import org.minimis.batch.RecordedCompany;
import org.minimis.manifest.ManifestException;
import org.minimis.manifest.ManifestRecord;
import org.minimis.regime.Together;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells how each figure of a consignment was reckoned, and by which law. */
@Command(
        name = "explain",
        description = "The reasoning of each figure of a consignment, with the law, down to the cent:"
                + " of one in the book, or of those in a file.")
final class ExplainCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "HOUSE_WAYBILL", description = "Its number.")
    private @Nullable String houseWaybill;

    @Option(names = "--file", paramLabel = "FILE|-", description = "A manifest to explain without the book.")
    private @Nullable String file;

    @Mixin
    private ManifestOptions options = new ManifestOptions();

    @Mixin
    private BookOptions book = new BookOptions();

    @Mixin
    private FormatOption format = new FormatOption();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (file != null) {
            explainFile(file);
            return ExitCode.DONE;
        }
        if (houseWaybill == null) {
            throw new UsageException("name a house waybill of the book, or a manifest with --file");
        }
        var origins = new LinkedHashSet<Origins.Origin>();
        for (var found : Batches.find(book.db, houseWaybill)) {
            origins.addAll(Origins.of(book.out, found.batch(), found.manifest()));
        }
        if (origins.isEmpty()) {
            throw new UsageException(
                    "no consignment '%s' is in the book; check the number, name another --db or a --file"
                            .formatted(houseWaybill));
        }
        for (var origin : origins) {
            explain(origin);
        }
        return ExitCode.DONE;
    }

    private void explain(Origins.Origin origin) throws IOException, ManifestException {
        var clearing = clearing(origin);
        var out = spec.commandLine().getOut();
        if (!format.isJson()) {
            out.println(
                    "batch %s, manifest %s, accepted %s".formatted(origin.batch(), origin.number(), origin.accepted()));
        }
        var company = RecordedCompany.of(book.out, origin.batch(), origin.number());
        var seen = new HouseWaybills();
        var found = new int[1];
        ManifestRecords.forEach(origin.fileName(), clearing, record -> {
            var source = record.source();
            explain(clearing, record, company.at(source.file(), source.line()), seen, found);
        });
        refuseNone(origin.fileName(), found);
    }

    /** The law that the batch was cleared by, as it is kept with it, unless another is asked for. */
    private LawClearing clearing(Origins.Origin origin) {
        var kept = options.isLawChosen()
                ? Optional.<LawClearing>empty()
                : KeptLaw.open(book.out, origin.lawDigest(), origin.accepted());
        return kept.orElseGet(() -> chosen(origin));
    }

    private LawClearing chosen(Origins.Origin origin) {
        var clearing = options.clearing(origin.accepted());
        if (!clearing.lawDigest().equals(origin.lawDigest())) {
            spec.commandLine()
                    .getErr()
                    .println("batch %s was cleared under other law, readings or rates than these; %s to see its figures"
                            .formatted(
                                    origin.batch(),
                                    options.isLawChosen()
                                            ? "leave out --config, --reading and --rates"
                                            : "restore %s/law".formatted(book.out)));
        }
        return clearing;
    }

    private void explainFile(String manifest) throws IOException, ManifestException {
        var clearing = options.clearing();
        var seen = new HouseWaybills();
        var found = new int[1];
        ManifestRecords.forEachTogether(
                manifest,
                List.of(clearing),
                (record, together) -> explain(clearing, record, together.get(0), seen, found));
        refuseNone(manifest, found);
    }

    private void explain(
            LawClearing clearing, ManifestRecord record, Together together, HouseWaybills seen, int[] found) {
        var repeated = seen.repeated(record);
        if (houseWaybill == null || houseWaybill.equals(Clearing.houseWaybill(record))) {
            found[0]++;
            print(
                    record,
                    repeated.orElseGet(() -> clearing.assess(record, true, together)),
                    spec.commandLine().getOut());
        }
    }

    private void refuseNone(String manifest, int[] found) {
        if (found[0] == 0) {
            throw new UsageException("%s: there is no consignment '%s' in it".formatted(manifest, houseWaybill));
        }
    }

    private void print(ManifestRecord record, org.minimis.assessment.Outcome outcome, PrintWriter out) {
        if (format.isJson()) {
            out.println(new String(OutcomeJson.bytes(outcome), StandardCharsets.UTF_8));
            return;
        }
        OutcomeText.lines(outcome).forEach(out::println);
        out.println("  " + record.source());
    }
}
