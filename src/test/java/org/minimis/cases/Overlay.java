package org.minimis.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.minimis.settings.ConfigFolder;
import org.minimis.settings.ConfigNode;

/**
 * Tables that a case brings along because the sources have none: the exchange rate or the rate of duty that a published
 * example states. They lie over the settings for that case alone.
 *
 * @param tariffs rate of duty by subheading, by name of the tariff
 * @param exchange rows of the table of exchange rates, by file; empty: none
 */
record Overlay(Map<String, Map<String, String>> tariffs, Map<String, String> exchange) {

    private static final Map<Object, ConfigFolder> MADE = new ConcurrentHashMap<>();

    static Overlay read(ConfigNode node) {
        var tariffs = new TreeMap<String, Map<String, String>>();
        node.optional("tariff")
                .ifPresent(map -> map.entries().forEach((name, lines) -> {
                    var rates = new TreeMap<String, String>();
                    lines.entries().forEach((code, rate) -> rates.put(code, rate.text()));
                    tariffs.put(name, rates);
                }));
        var exchange = new TreeMap<String, String>();
        node.optional("exchange").ifPresent(e -> {
            e.entries(List.of("table", "base", "rates"));
            var month = YearMonth.from(node.required("accepted").date());
            var text = new StringBuilder("base,currency,units_per_base,valid_from,valid_to,source\n");
            e.required("rates")
                    .entries()
                    .forEach((currency, rate) -> text.append("%s,%s,%s,%s,%s,stated by the case\n"
                            .formatted(
                                    e.required("base").text(),
                                    currency,
                                    rate.text(),
                                    month.atDay(1),
                                    month.atEndOfMonth())));
            exchange.put(
                    "exchange-rates/%s/%s.csv".formatted(e.required("table").text(), month), text.toString());
        });
        return new Overlay(tariffs, exchange);
    }

    /** The settings with these tables over them. */
    ConfigFolder over(Path config) {
        return MADE.computeIfAbsent(
                List.of(this, config),
                key -> tariffs.isEmpty() && exchange.isEmpty()
                        ? ConfigFolder.of(config)
                        : ConfigFolder.of(copy(config)));
    }

    /** The law with these tariffs. */
    ConfigFolder law(Path config) {
        return tariffs.isEmpty() ? ConfigFolder.of(config) : over(config);
    }

    private Path copy(Path config) {
        try {
            var root = Files.createTempDirectory(Path.of("target"), "case").resolve("config");
            for (var part : tariffs.isEmpty() ? List.<String>of() : List.of("regimes", "tariffs")) {
                try (var files = Files.walk(config.resolve(part))) {
                    for (var file : files.filter(Files::isRegularFile).toList()) {
                        write(root.resolve(config.relativize(file).toString()), Files.readString(file));
                    }
                }
            }
            Files.createDirectories(root.resolve("regimes"));
            for (var tariff : tariffs.entrySet()) {
                var text = new StringBuilder("subheading,rate,note\n");
                tariff.getValue().forEach((code, rate) -> text.append(code + "," + rate + ",\n"));
                write(root.resolve("tariffs/" + tariff.getKey() + ".csv"), text.toString());
            }
            for (var table : exchange.entrySet()) {
                write(root.resolve(table.getKey()), table.getValue());
            }
            return root;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
