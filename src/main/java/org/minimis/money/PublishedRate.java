package org.minimis.money;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One line of an authority's table of exchange rates.
 *
 * @param currency ISO 4217
 * @param unitsPerBase foreign units for one unit of the authority's currency, as published
 * @param from first day on which customs uses it
 * @param to last day
 * @param source authority and day of publication
 */
record PublishedRate(String currency, BigDecimal unitsPerBase, LocalDate from, LocalDate to, String source) {}
