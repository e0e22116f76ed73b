package org.minimis.assessment;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.minimis.money.ExchangeRate;
import org.minimis.money.ExchangeRateFiles;
import org.minimis.settings.ConfigException;

/** The exchange rates that assessments use: those that the law names and, where the operator asks for it, an unofficial table behind them. */
public final class CustomsRates {

    /**
     * A rate and whether customs published it.
     *
     * @param official false where it comes from the operator's unofficial table
     */
    record Found(ExchangeRate rate, boolean official) {}

    private record Key(String table, CurrencyUnit base, CurrencyUnit foreign, LocalDate day) {}

    private final ExchangeRateFiles files;
    private final @Nullable String unofficial;
    private final Map<Key, Optional<Found>> found = new ConcurrentHashMap<>();

    /**
     * @param unofficial a table to look in where the official one has no rate; null: none
     * @throws ConfigException when there is no such table
     */
    public CustomsRates(ExchangeRateFiles files, @Nullable String unofficial) {
        if (unofficial != null && !files.has(unofficial)) {
            throw new ConfigException(
                    "there is no table of exchange rates '%s' under config/exchange-rates".formatted(unofficial));
        }
        this.files = files;
        this.unofficial = unofficial;
    }

    Optional<Found> rate(String table, CurrencyUnit base, CurrencyUnit foreign, LocalDate day) {
        var key = new Key(table, base, foreign, day);
        var known = found.get(key);
        return known != null ? known : found.computeIfAbsent(key, this::look);
    }

    private Optional<Found> look(Key key) {
        var official = files.rate(key.table, key.base, key.foreign, key.day);
        if (official.isPresent() || unofficial == null) {
            return official.map(rate -> new Found(rate, true));
        }
        return files.rate(unofficial, key.base, key.foreign, key.day).map(rate -> new Found(rate, false));
    }
}
