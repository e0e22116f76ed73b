package org.minimis.money;

import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;

/** The customs exchange rates of one authority. A missing rate is never guessed. */
@FunctionalInterface
public interface ExchangeRates {

    /** What {@code foreign} is worth on {@code day}, if the authority has published it. */
    Optional<ExchangeRate> rate(CurrencyUnit foreign, LocalDate day);
}
