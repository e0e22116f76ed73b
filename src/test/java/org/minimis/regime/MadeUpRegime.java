package org.minimis.regime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.minimis.settings.ConfigFolder;

/** A small regime of a country that does not exist, whose files a test may change. */
public final class MadeUpRegime {

    private final Map<String, String> files = new LinkedHashMap<>();

    public MadeUpRegime() {
        files.put("regime.yaml", "id: ZZ\nname: Nowhere\ncurrency: EUR\ndestinations: [ZZ]\n");
        files.put("goods-sets.yaml", """
                id: zz.goods-sets
                checked_on: 2026-11-23
                sets:
                  books: { codes: ["4901"], law: Book Act s. 1 }
                """);
        question(
                "rounding",
                "rounding",
                "rounding: { conversion: 0.01 half-up, duty: 0.01 half-up, vat: 0.01 half-up }");
        question("rates", "exchange-rates", "exchange_rates: { table: zz }");
        question("intrinsic-value", "intrinsic-value", "intrinsic_value: [goods]");
        question("value", "customs-value", "customs_value: [goods, freight, insurance]");
        question("admission", "admission", "admit: low-value");
        question("duty", "duty", "duty: { flat: EUR 3, per: item }");
        question(
                "vat",
                "vat",
                "vat: { scheme: STANDARD, collected: at-import, rate: by-goods, base: [customs_value, duty] }");
        question("waiver", "waiver", "waive: nothing");
        question("declaration", "declaration", "declare: { dataset: H7, procedures: [F49], category: by-amount }");
        rates("{ standard: 20 %, reduced: [ { goods: books, rate: 5 % } ] }");
    }

    private static String head(String name, String answers) {
        return "id: zz.%s\nquestion: What about %s?\nanswers: %s\nchecked_on: 2026-11-23\n"
                .formatted(name, name, answers);
    }

    /** One case for all days; {@code result} may go on with other keys of the case, indented by six. */
    private static String values(String result) {
        return "values:\n  2020-01-01:\n    - case: Always\n      %s\n      law: Nowhere Act s. 1\n".formatted(result);
    }

    /** Replaces a question by one that always answers the same. */
    public MadeUpRegime question(String name, String answers, String result) {
        files.put(name + ".yaml", head(name, answers) + values(result));
        return this;
    }

    /** Replaces a question by one with these values (indented by two). */
    public MadeUpRegime values(String name, String answers, String values) {
        files.put(name + ".yaml", head(name, answers) + values);
        return this;
    }

    /** Adds a fee or a surcharge of that name, always the same. */
    public MadeUpRegime charge(String name, String answers, String result) {
        files.put(name + ".yaml", head(name, answers) + "name: the " + name + "\n" + values(result));
        return this;
    }

    /** Replaces the rates of the tax. */
    public MadeUpRegime rates(String rates) {
        files.put("vat-rate.yaml", head("vat-rate", "vat-rate") + "state: ZZ\n" + values("rates: " + rates));
        return this;
    }

    public MadeUpRegime file(String name, String text) {
        files.put(name, text);
        return this;
    }

    public MadeUpRegime without(String name) {
        files.remove(name);
        return this;
    }

    /** Writes {@code config/regimes/zz} under {@code folder}. */
    public ConfigFolder in(Path folder) {
        var regime = folder.resolve("config/regimes/zz");
        try {
            Files.createDirectories(regime);
            Files.createDirectories(folder.resolve("config/tariffs"));
            Files.createDirectories(folder.resolve("config/exchange-rates/zz"));
            for (var file : files.entrySet()) {
                Files.writeString(regime.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ConfigFolder.of(folder.resolve("config"));
    }
}
