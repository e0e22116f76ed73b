package org.minimis.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.minimis.assessment.Assessor;
import org.minimis.assessment.CustomsRates;
import org.minimis.assessment.Outcome;
import org.minimis.assessment.OutcomeJson;
import org.minimis.assessment.OutcomeText;
import org.minimis.declaration.Declarant;
import org.minimis.declaration.NeededData;
import org.minimis.money.ExchangeRateFiles;
import org.minimis.settings.ConfigNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells one parcel's landed cost. */
@Command(
        name = "quote",
        description =
                "One parcel's landed cost: what is due, who collects it, which declaration it needs, with the law.")
final class QuoteCommand implements Callable<Integer> {

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "The parcel as JSON or YAML, with the keys of the options; goods as a list.")
    private @Nullable Path file;

    @Option(names = "--goods", paramLabel = "TEXT", description = "What the goods are.")
    private @Nullable String goods;

    @Option(names = "--code", paramLabel = "DIGITS", description = "Commodity code, 6, 8 or 10 digits.")
    private @Nullable String code;

    @Option(names = "--value", paramLabel = "AMOUNT", description = "Price with its currency, for example 'EUR 40.00'.")
    private @Nullable String value;

    @Option(names = "--freight", paramLabel = "AMOUNT", description = "Cost of transport, if it is shown apart.")
    private @Nullable String freight;

    @Option(names = "--from", paramLabel = "COUNTRY", description = "Country of dispatch.")
    private @Nullable String from;

    @Option(
            names = "--origin",
            paramLabel = "COUNTRY",
            description = "Country of origin. Default: the one of dispatch.")
    private @Nullable String origin;

    @Option(names = "--to", paramLabel = "COUNTRY", description = "Country of destination.")
    private @Nullable String to;

    @Option(names = "--region", paramLabel = "CODE", description = "State or province of destination.")
    private @Nullable String region;

    @Option(names = "--postcode", paramLabel = "CODE", description = "Of the consignee.")
    private @Nullable String postcode;

    @Option(names = "--type", paramLabel = "TYPE", description = "B2C, B2B, C2C. Default: B2C.")
    private @Nullable String type;

    @Option(names = "--channel", paramLabel = "CHANNEL", description = "EXPRESS or POST. Default: EXPRESS.")
    private @Nullable String channel;

    @Option(
            names = "--scheme",
            paramLabel = "SCHEME=NUMBER",
            description = "The seller's or buyer's tax number, for example IOSS=IM2760000742.")
    private Map<String, String> schemes = new LinkedHashMap<>();

    @Option(names = "--accepted", paramLabel = "DATE", description = "The day. Default: today.")
    private @Nullable LocalDate accepted;

    @Mixin
    private FormatOption format = new FormatOption();

    @Mixin
    private ConfigOptions config = new ConfigOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var parcel =
                file == null ? fromOptions() : Parcel.read(ConfigNode.parse(file.toString(), Files.readString(file)));
        var day = parcel.accepted() == null ? (accepted == null ? Today.date() : accepted) : parcel.accepted();
        var rates = new CustomsRates(new ExchangeRateFiles(config.folder()), config.rates);
        var outcome = new Assessor(config.regimes(), rates).assess(parcel.consignment(), List.of(), day, true);
        var out = spec.commandLine().getOut();
        if (format.isJson()) {
            out.println(new String(OutcomeJson.bytes(outcome), StandardCharsets.UTF_8));
        } else {
            print(outcome, out, Declarant.read(config.folder()));
        }
        return ExitCode.DONE;
    }

    private Parcel fromOptions() {
        if (goods == null || value == null || from == null || to == null) {
            throw new UsageException("name --goods, --value, --from and --to, or a --file");
        }
        var item = new ArrayList<String>();
        item.add("description: " + Parcel.quoted(goods));
        item.add("value: " + Parcel.quoted(value));
        if (code != null) {
            item.add("code: " + Parcel.quoted(code));
        }
        item.add("origin: " + Parcel.quoted(origin == null ? from : origin));
        var keys = new LinkedHashMap<String, @Nullable String>();
        keys.put("from", from);
        keys.put("to", to);
        keys.put("region", region);
        keys.put("postcode", postcode);
        keys.put("type", type);
        keys.put("channel", channel);
        keys.put("freight", freight);
        var text = new StringBuilder("goods: [ { " + String.join(", ", item) + " } ]\n");
        keys.forEach((key, given) -> {
            if (given != null) {
                text.append(key).append(": ").append(Parcel.quoted(given)).append('\n');
            }
        });
        if (!schemes.isEmpty()) {
            text.append("schemes:\n");
            schemes.forEach((scheme, number) -> text.append("  ")
                    .append(scheme)
                    .append(": ")
                    .append(Parcel.quoted(number))
                    .append('\n'));
        }
        return Parcel.read(ConfigNode.parse("options", text.toString()));
    }

    private static void print(Outcome outcome, PrintWriter out, Declarant declarant) {
        OutcomeText.lines(outcome).forEach(out::println);
        if (outcome instanceof Outcome.Assessed assessed) {
            var assessment = assessed.assessment();
            var atSale = assessment.vatBase() == null && !assessment.vatScheme().equals("NONE");
            out.println("  collected      duty and fees from the declarant at import; VAT %s"
                    .formatted(atSale ? "by the seller at the sale" : "at import"));
            out.println("  needs          a declaration with dataset %s, which takes".formatted(assessment.dataset()));
            NeededData.of(declarant, assessment.regime(), assessment.dataset())
                    .forEach(data -> out.println("                 " + data));
        }
    }
}
