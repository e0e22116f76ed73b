package org.minimis.money;

import de.siegmar.fastcsv.reader.CsvReader;
import java.time.LocalDate;
import java.util.List;

/** Reads the European Central Bank's own CSV: {@code eurofxref-hist.csv}, a column for each currency. */
final class EcbRatesCsv {

    private EcbRatesCsv() {}

    /** The customs rates that follow from the file. */
    static List<PublishedRate> read(String text) {
        var rates = new EcbReferenceRates();
        for (var row : CsvReader.builder().ofNamedCsvRecord(text)) {
            var day = LocalDate.parse(row.getField("Date").strip());
            row.getFieldsAsMap().forEach((currency, units) -> {
                var value = units.strip();
                // The bank's lines end with a comma, and a currency that it no longer quotes reads N/A.
                if (currency.strip().length() == 3 && !value.isEmpty() && !value.equals("N/A")) {
                    rates.add(day, currency.strip(), Decimals.parseLong(value));
                }
            });
        }
        return rates.customsRates();
    }
}
