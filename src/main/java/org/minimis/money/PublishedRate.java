package org.minimis.money;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.minimis.finding.Text;

/**
 * One line of an authority's table of exchange rates.
 *
 * @param currency ISO 4217
 * @param unitsPerBase foreign units for one unit of the authority's currency, as published
 * @param from first day on which customs uses it
 * @param to last day
 * @param source authority and day of publication
 */
record PublishedRate(String currency, BigDecimal unitsPerBase, LocalDate from, LocalDate to, String source) {

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    PublishedRate {
        // What stands here becomes a line of the program's own table.
        if (!CURRENCY.matcher(currency).matches()) {
            throw new IllegalArgumentException(
                    "'%s' is not an ISO 4217 currency; fetch it again".formatted(Text.clip(currency)));
        }
        if (unitsPerBase.signum() <= 0) {
            throw new IllegalArgumentException("the rate of %s is not above zero; fetch it again".formatted(currency));
        }
        if (to.isBefore(from) || !isOurs(from) || !isOurs(to)) {
            throw new IllegalArgumentException("%s to %s is no period of a rate; fetch it again".formatted(from, to));
        }
    }

    /** The euro's rates begin with 1999; a day some million years ahead would be a loop that long. */
    static boolean isOurs(LocalDate day) {
        return day.getYear() >= 1999 && day.getYear() <= 2999;
    }
}
