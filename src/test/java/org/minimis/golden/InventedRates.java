package org.minimis.golden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.minimis.money.ExchangeRateFiles;
import org.minimis.regime.Regimes;
import org.minimis.settings.ConfigFolder;

/**
 * Exchange rates that nobody published, the same on every day, under the names of every authority's table.
 *
 * <p>With them a test reaches the figures of regimes and days whose rates are not at hand.
 */
final class InventedRates {

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

    private InventedRates() {}

    /** The tables that {@code regimes} name, for the months of {@code days}, written under {@code folder}. */
    static ExchangeRateFiles write(Path folder, Regimes regimes, Collection<LocalDate> days) throws IOException {
        Files.createDirectories(folder.resolve("regimes"));
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
