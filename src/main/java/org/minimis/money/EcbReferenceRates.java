package org.minimis.money;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The European Central Bank's daily reference rates, and which of them customs uses.
 *
 * <p>The rate of the penultimate Wednesday of a month holds for the whole next month; if none was published that day, the
 * last one before. Law: Regulation (EU) No 952/2013, Art. 53(1)(a); Implementing Regulation (EU) 2015/2447, Art. 146.
 */
final class EcbReferenceRates {

    private final NavigableMap<LocalDate, Map<String, BigDecimal>> days = new TreeMap<>();

    void add(LocalDate day, String currency, BigDecimal unitsPerEuro) {
        if (!PublishedRate.isOurs(day)) {
            throw new IllegalArgumentException("%s is no day of a reference rate; fetch it again".formatted(day));
        }
        days.computeIfAbsent(day, d -> new TreeMap<>()).put(currency, unitsPerEuro);
    }

    static LocalDate penultimateWednesday(YearMonth month) {
        return month.atEndOfMonth()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.WEDNESDAY))
                .minusWeeks(1);
    }

    /** The customs rates of every month that the published days reach. */
    List<PublishedRate> customsRates() {
        var rates = new ArrayList<PublishedRate>();
        if (days.isEmpty()) {
            return rates;
        }
        var last = YearMonth.from(days.lastKey());
        for (var month = YearMonth.from(days.firstKey()); !month.isAfter(last); month = month.plusMonths(1)) {
            rates.addAll(customsRates(month));
        }
        return rates;
    }

    private List<PublishedRate> customsRates(YearMonth published) {
        var wednesday = penultimateWednesday(published);
        var day = days.floorKey(wednesday);
        // A day of the month before would mean that the file has a hole or does not reach the Wednesday.
        if (day == null
                || !YearMonth.from(day).equals(published)
                || days.lastKey().isBefore(wednesday)) {
            return List.of();
        }
        var month = published.plusMonths(1);
        var rates = new ArrayList<PublishedRate>();
        days.get(day)
                .forEach((currency, units) -> rates.add(new PublishedRate(
                        currency,
                        units,
                        month.atDay(1),
                        month.atEndOfMonth(),
                        "European Central Bank reference rate of " + day)));
        return rates;
    }
}
