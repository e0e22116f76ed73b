package org.minimis.money;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads HMRC's own monthly CSV: {@code Country/Territories, Currency, Currency Code, Currency Units per £1, Start Date, End
 * Date}, days as {@code 01/09/2026}.
 */
final class HmrcRatesCsv {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);

    private HmrcRatesCsv() {}

    static List<PublishedRate> read(String text) {
        var rates = new ArrayList<PublishedRate>();
        for (var row : CsvReader.builder().skipEmptyLines(true).ofNamedCsvRecord(text)) {
            rates.add(new PublishedRate(
                    field(row, "currency code"),
                    Decimals.parseLong(field(row, "currency units per")),
                    LocalDate.parse(field(row, "start date"), DAY),
                    LocalDate.parse(field(row, "end date"), DAY),
                    "HMRC monthly exchange rates"));
        }
        return rates;
    }

    /** The heading of the units has changed its pound sign and its case over the years, so headings count by their beginning. */
    private static String field(NamedCsvRecord row, String heading) {
        for (var name : row.getHeader()) {
            if (name.strip().toLowerCase(Locale.ROOT).startsWith(heading)) {
                return row.getField(name).strip();
            }
        }
        throw new IllegalArgumentException("there is no column '%s'; is this HMRC's monthly file".formatted(heading));
    }
}
