package org.minimis.golden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.minimis.money.ExchangeRateFiles;
import org.minimis.regime.Regimes;
import org.minimis.settings.ConfigFolder;

/**
 * Tables that nobody published: exchange rates, the same on every day, under the names of every authority's table, and a rate
 * of duty for each subheading where a tariff is not at hand.
 *
 * <p>With them a test reaches the figures of regimes and days whose tables are missing.
 */
final class InventedTables {

    /** Units of the currency for one hundred euros. */
    private static final Map<String, Integer> PER_HUNDRED_EURO = new LinkedHashMap<>();

    static {
        PER_HUNDRED_EURO.put("EUR", 100);
        PER_HUNDRED_EURO.put("USD", 115);
        PER_HUNDRED_EURO.put("GBP", 87);
        PER_HUNDRED_EURO.put("CNY", 820);
        PER_HUNDRED_EURO.put("RON", 500);
        PER_HUNDRED_EURO.put("AUD", 165);
        PER_HUNDRED_EURO.put("BRL", 620);
        PER_HUNDRED_EURO.put("CAD", 160);
        PER_HUNDRED_EURO.put("CHF", 94);
        PER_HUNDRED_EURO.put("IDR", 1_900_000);
        PER_HUNDRED_EURO.put("JPY", 17_500);
        PER_HUNDRED_EURO.put("KRW", 160_000);
        PER_HUNDRED_EURO.put("MXN", 2_150);
        PER_HUNDRED_EURO.put("NOK", 1_170);
        PER_HUNDRED_EURO.put("NZD", 195);
        PER_HUNDRED_EURO.put("SGD", 150);
        PER_HUNDRED_EURO.put("THB", 3_750);
        PER_HUNDRED_EURO.put("TRY", 4_800);
    }

    private static final String TARIFF_HEAD = "subheading,rate,note\n";

    private InventedTables() {}

    /** The law files of {@code config} with invented rates of duty in every tariff that has none, written under {@code folder}. */
    static ConfigFolder law(Path config, Path folder) throws IOException {
        for (var part : List.of("regimes", "tariffs")) {
            try (var files = Files.walk(config.resolve(part))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    var target = folder.resolve(config.relativize(file).toString());
                    Files.createDirectories(target.getParent());
                    var text = Files.readString(file);
                    Files.writeString(target, text.equals(TARIFF_HEAD) ? tariff(config) : text);
                }
            }
        }
        return ConfigFolder.of(folder);
    }

    /** Nothing, 5, 10 or 15 per cent, by the chapter. */
    private static String tariff(Path config) throws IOException {
        var text = new StringBuilder(TARIFF_HEAD);
        try (var rows = Files.lines(config.resolve("reference/hs2022.csv"))) {
            rows.skip(1)
                    .map(row -> row.substring(0, 6))
                    .forEach(code -> text.append(code)
                            .append(',')
                            .append(Integer.parseInt(code.substring(0, 2)) % 4 * 5)
                            .append(" %,\n"));
        }
        return text.toString();
    }

    /** The tables that {@code regimes} name, for the months of {@code days}, written under {@code folder}. */
    static ExchangeRateFiles rates(Path folder, Regimes regimes, Collection<LocalDate> days) throws IOException {
        var months = new TreeSet<YearMonth>();
        days.forEach(day -> months.add(YearMonth.from(day)));
        for (var regime : regimes.all()) {
            var base = regime.currency().getCurrencyCode();
            var last = regime.on(regime.changes().get(regime.changes().size() - 1));
            for (var table : last.exchangeRates().cases()) {
                var target = Files.createDirectories(
                        folder.resolve("exchange-rates/" + table.result().table()));
                for (var month : months) {
                    Files.writeString(target.resolve(month + ".csv"), month(base, month));
                }
            }
        }
        return new ExchangeRateFiles(ConfigFolder.of(folder));
    }

    private static String month(String base, YearMonth month) {
        var text = new StringBuilder("base,currency,units_per_base,valid_from,valid_to,source\n");
        var own = java.math.BigDecimal.valueOf(PER_HUNDRED_EURO.get(base));
        PER_HUNDRED_EURO.forEach((currency, units) -> {
            if (!currency.equals(base)) {
                var rate = java.math.BigDecimal.valueOf(units).divide(own, 8, java.math.RoundingMode.HALF_UP);
                text.append("%s,%s,%s,%s,%s,invented\n"
                        .formatted(base, currency, rate.toPlainString(), month.atDay(1), month.atEndOfMonth()));
            }
        });
        return text.toString();
    }
}
