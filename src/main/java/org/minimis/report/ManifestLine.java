package org.minimis.report;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * A manifest and where its records ended.
 *
 * @param accepted the day it was accepted
 * @param number the carrier's
 */
public record ManifestLine(LocalDate accepted, String number, Counts counts) {

    // Two manifests may carry one number; their counts decide, so that the order is not that of their arrival.
    static final Comparator<ManifestLine> ORDER = Comparator.comparing(ManifestLine::accepted)
            .thenComparing(ManifestLine::number)
            .thenComparingLong(line -> line.counts().records())
            .thenComparingLong(line -> line.counts().assessed())
            .thenComparingLong(line -> line.counts().referred());
}
