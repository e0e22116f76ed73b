package org.minimis.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.minimis.batch.LawClearing;
import org.minimis.batch.Origins;
import org.minimis.batch.Splits;
import org.minimis.money.Amounts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Shows an auditor where a limit of the law may have been kept by dividing consignments or by declaring less. */
@Command(
        name = "splits",
        description =
                "Consignments of one sender to one receiver on one flight that are each under a limit and together"
                        + " over it, and senders of whom hardly by chance so many are at most 5 %% under a limit rather than over"
                        + " it. Senders are shown as a hash. It changes no figure.")
final class SplitsCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE|BATCH", description = "A manifest, or a batch under --out.")
    private String subject = "";

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
        if (Files.exists(Path.of(subject))) {
            print(look(options.clearing(), List.of(subject)));
            return ExitCode.DONE;
        }
        var files = new ArrayList<String>();
        LocalDate accepted = null;
        for (var origin : Origins.of(book.out, subject)) {
            files.add(origin.fileName());
            accepted = origin.accepted();
        }
        if (accepted == null) {
            throw new UsageException("%s: no manifest of it could be read".formatted(subject));
        }
        print(look(options.clearing(accepted), files.stream().distinct().toList()));
        return ExitCode.DONE;
    }

    private static Splits look(LawClearing clearing, List<String> files) throws Exception {
        var splits = new Splits(clearing);
        for (var file : files) {
            ManifestRecords.forEach(file, clearing, splits::note);
        }
        for (var file : files) {
            ManifestRecords.forEach(file, clearing, splits::look);
        }
        return splits;
    }

    private void print(Splits found) {
        var out = spec.commandLine().getOut();
        if (format.isJson()) {
            var all = new LinkedHashMap<String, Object>();
            all.put("splits", found.splits().stream().map(SplitsCommand::json).toList());
            all.put("near", found.near().stream().map(SplitsCommand::json).toList());
            out.println(JsonMapper.shared().writeValueAsString(all));
            return;
        }
        var splits = new Table("regime", "limit", "value", "sum", "consignments", "sender", "house waybills");
        for (var split : found.splits()) {
            var more = split.count() - split.first().size();
            splits.row(
                    split.regime(),
                    Amounts.text(split.limit()),
                    split.value(),
                    Amounts.text(split.sum()),
                    split.count(),
                    split.consignor(),
                    String.join(", ", split.first()) + (more > 0 ? " and %d more".formatted(more) : ""));
        }
        out.println(splits.isEmpty() ? "no consignments look divided" : "look divided:");
        if (!splits.isEmpty()) {
            splits.print(out, format.chosen);
        }
        var near =
                new Table("regime", "limit", "value", "sender", "consignments", "just under", "just over", "once in");
        for (var each : found.near()) {
            near.row(
                    each.regime(),
                    Amounts.text(each.limit()),
                    each.value(),
                    each.consignor(),
                    each.consignments(),
                    each.under(),
                    each.over(),
                    each.oneIn());
        }
        if (!near.isEmpty()) {
            out.println("near a limit:");
            near.print(out, format.chosen);
        }
    }

    private static Map<String, Object> json(Splits.Split split) {
        var json = new LinkedHashMap<String, Object>();
        json.put("code", "POSSIBLE_SPLIT");
        json.put("regime", split.regime());
        json.put("limit", Amounts.text(split.limit()));
        json.put("value", split.value());
        json.put("sum", Amounts.text(split.sum()));
        json.put("consignments", split.count());
        json.put("consignor", split.consignor());
        json.put("houseWaybills", split.first());
        return json;
    }

    private static Map<String, Object> json(Splits.Near near) {
        var json = new LinkedHashMap<String, Object>();
        json.put("regime", near.regime());
        json.put("limit", Amounts.text(near.limit()));
        json.put("value", near.value());
        json.put("consignor", near.consignor());
        json.put("consignments", near.consignments());
        json.put("justUnder", near.under());
        json.put("justOver", near.over());
        json.put("onceIn", near.oneIn());
        return json;
    }
}
