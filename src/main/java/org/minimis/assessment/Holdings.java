package org.minimis.assessment;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.minimis.consignment.Consignment;
import org.minimis.regime.RegimeSilentException;
import org.minimis.regime.Regimes;
import org.minimis.regime.Together;

/** Finds what consignments hold that the law of a day may take together with others. Safe for use by several threads. */
public final class Holdings {

    private final Regimes regimes;
    private final CustomsRates rates;
    private final LocalDate accepted;
    private volatile @Nullable Set<String> countries;

    public Holdings(Regimes regimes, CustomsRates rates, LocalDate accepted) {
        this.regimes = regimes;
        this.rates = rates;
        this.accepted = accepted;
    }

    /** The countries of destination where the law of that day takes consignments together; to all others none is looked for. */
    public Set<String> countries() {
        var known = countries;
        if (known == null) {
            known = Set.copyOf(regimes.aggregating(accepted));
            countries = known;
        }
        return known;
    }

    /** Nothing where the law of its destination takes nothing together on that day, or is silent. */
    public Optional<Holding> of(Consignment consignment) {
        if (!countries().contains(consignment.destinationCountry().code())) {
            return Optional.empty();
        }
        var place = regimes.place(consignment);
        if (place == null) {
            return Optional.empty();
        }
        try {
            var law = place.regime().on(accepted);
            var units = law.aggregations();
            return units.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Holding.of(
                            units,
                            new ConsignmentFacts(consignment, law, rates, Together.NOT_LOOKED, new Working(false))));
        } catch (RegimeSilentException e) {
            return Optional.empty();
        }
    }
}
