package org.minimis.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.javamoney.moneta.Money;
import org.minimis.consignment.Consignment;
import org.minimis.regime.Limit;
import org.minimis.regime.RegimeSilentException;
import org.minimis.regime.Regimes;
import org.minimis.regime.Together;

/** Holds consignments against the limits on values in the law of a day, for whoever looks for those that keep just under. */
public final class Limits {

    private final Regimes regimes;
    private final CustomsRates rates;
    private final LocalDate accepted;

    public Limits(Regimes regimes, CustomsRates rates, LocalDate accepted) {
        this.regimes = regimes;
        this.rates = rates;
        this.accepted = accepted;
    }

    /**
     * A consignment before a limit.
     *
     * @param amount of the limit, in the regime's currency of the day
     * @param value of the consignment, likewise
     */
    public record Held(String regime, Limit limit, Money amount, Money value) {}

    /** None where no law covers it, or where a rate of exchange is missing. */
    public List<Held> of(Consignment consignment) {
        var place = regimes.place(consignment);
        var held = new ArrayList<Held>();
        if (place == null || consignment.goods().isEmpty()) {
            return held;
        }
        try {
            var law = place.regime().on(accepted);
            var facts = new ConsignmentFacts(consignment, law, rates, Together.NOT_LOOKED, new Working(false));
            for (var limit : law.limits()) {
                if (limit.types().isEmpty() || limit.types().contains(consignment.type())) {
                    var amount = facts.inRegimeCurrency(limit.amount());
                    held.add(new Held(place.regime().id(), limit, amount, value(facts, limit.value())));
                }
            }
        } catch (RegimeSilentException | ReferralException e) {
            // It is not assessed, so that no limit was kept.
        }
        return held;
    }

    private static Money value(ConsignmentFacts facts, String name) {
        return switch (name) {
            case "cif_value" -> facts.cifValue();
            case "customs_value" -> facts.customsValue();
            default -> facts.intrinsicValue();
        };
    }
}
