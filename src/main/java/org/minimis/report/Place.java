package org.minimis.report;

import java.util.Comparator;

/**
 * Where revenue falls: the first four parts of an account of the ledger.
 *
 * @param regime whose law
 * @param state of destination
 * @param dataset what was lodged
 * @param vatScheme how VAT is collected
 */
public record Place(String regime, String state, String dataset, String vatScheme) {

    static final Comparator<Place> ORDER = Comparator.comparing(Place::regime)
            .thenComparing(Place::state)
            .thenComparing(Place::dataset)
            .thenComparing(Place::vatScheme);

    static Place of(RevenueLine.Key key) {
        return new Place(key.regime(), key.state(), key.dataset(), key.vatScheme());
    }

    @Override
    public String toString() {
        return String.join("/", regime, state, dataset, vatScheme);
    }
}
