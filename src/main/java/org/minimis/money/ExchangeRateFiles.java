package org.minimis.money;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.money.CurrencyUnit;
import org.minimis.finding.Text;
import org.minimis.settings.ConfigException;
import org.minimis.settings.ConfigFolder;

/** The tables of customs exchange rates under {@code config/exchange-rates}, one file a month, as published. */
public final class ExchangeRateFiles {

    private static final String FOLDER = "exchange-rates/";

    private final ConfigFolder folder;
    private final Map<String, List<ExchangeRate>> months = new ConcurrentHashMap<>();

    public ExchangeRateFiles(ConfigFolder folder) {
        this.folder = folder;
    }

    /** Is there such a table? */
    public boolean has(String table) {
        return !folder.list(FOLDER + table, ".csv").isEmpty();
    }

    /** The rate of {@code foreign} against {@code base} on {@code day} in that table, if it was published. */
    public Optional<ExchangeRate> rate(String table, CurrencyUnit base, CurrencyUnit foreign, LocalDate day) {
        var file = FOLDER + table + "/" + YearMonth.from(day) + ".csv";
        ExchangeRate found = null;
        for (var rate : months.computeIfAbsent(file, this::month)) {
            // A rate that was amended inside the month follows the one it replaces.
            if (rate.base().equals(base)
                    && rate.foreign().equals(foreign)
                    && !day.isBefore(rate.from())
                    && !day.isAfter(rate.to())) {
                found = rate;
            }
        }
        return Optional.ofNullable(found);
    }

    private List<ExchangeRate> month(String file) {
        if (!folder.has(file)) {
            return List.of();
        }
        var rates = new ArrayList<ExchangeRate>();
        try {
            for (var row : CsvReader.builder().ofNamedCsvRecord(folder.text(file))) {
                // A currency that this Java does not know cannot stand in a manifest either.
                if (Amounts.isCurrency(row.getField("currency"))) {
                    rates.add(rate(file, row));
                }
            }
        } catch (CsvParseException | NoSuchElementException e) {
            throw new ConfigException(folder.shown(file)
                    + ": this is not a table of exchange rates; its columns are"
                    + " base,currency,units_per_base,valid_from,valid_to,source");
        }
        return List.copyOf(rates);
    }

    private ExchangeRate rate(String file, NamedCsvRecord row) {
        try {
            return new ExchangeRate(
                    Amounts.currency(row.getField("base")),
                    Amounts.currency(row.getField("currency")),
                    Decimals.parseLong(row.getField("units_per_base")),
                    LocalDate.parse(row.getField("valid_from")),
                    LocalDate.parse(row.getField("valid_to")),
                    row.getField("source"));
        } catch (DateTimeParseException e) {
            throw new ConfigException("%s:%d: '%s' is not a day; write year-month-day"
                    .formatted(folder.shown(file), row.getStartingLineNumber(), Text.clip(e.getParsedString())));
        } catch (IllegalArgumentException e) {
            throw new ConfigException(
                    "%s:%d: %s".formatted(folder.shown(file), row.getStartingLineNumber(), e.getMessage()));
        }
    }
}
