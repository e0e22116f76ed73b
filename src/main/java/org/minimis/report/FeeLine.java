package org.minimis.report;

import org.javamoney.moneta.Money;

/**
 * One named charge that is neither duty nor VAT, as the ledger holds it.
 *
 * @param place regime, state, dataset and VAT scheme that it was charged under
 * @param name for example {@code it-parcel-contribution}
 * @param amount what was credited, not zero
 */
public record FeeLine(Place place, String name, Money amount) {}
