package org.minimis.assessment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.minimis.money.ExchangeRateFiles;
import org.minimis.regime.MadeUpRegime;
import org.minimis.regime.Regimes;
import org.minimis.settings.ConfigFolder;

/** The exchange of Nowhere in July 2026, for regimes made up for a test. */
final class TwoDollarsAEuro {

    private static final String TABLE =
            "base,currency,units_per_base,valid_from,valid_to,source\nEUR,USD,2,2026-07-01,2026-07-31,made up\n";

    private TwoDollarsAEuro() {}

    static Assessor assessor(MadeUpRegime regime, Path folder) {
        return new Assessor(Regimes.load(regime.in(folder)), rates(folder, null));
    }

    /** @param unofficial table behind the one that the law names */
    static CustomsRates rates(Path folder, @Nullable String unofficial) {
        try {
            var table = folder.resolve("config/exchange-rates/zz/2026-07.csv");
            Files.createDirectories(table.getParent());
            Files.writeString(table, TABLE);
            return new CustomsRates(new ExchangeRateFiles(ConfigFolder.of(folder.resolve("config"))), unofficial);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
