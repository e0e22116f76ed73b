package org.minimis.assessment;

import java.util.List;
import javax.money.CurrencyUnit;
import org.minimis.finding.Finding;
import org.minimis.finding.Reason;
import org.minimis.money.ExchangeRate;
import org.minimis.regime.LawOfDay;
import org.minimis.regime.RateSource;

/** Finds the rates of exchange of one consignment, and says once what is doubtful about them. */
final class ExchangeLookup {

    private final CustomsRates rates;
    private boolean unofficial;
    private boolean otherDay;

    ExchangeLookup(CustomsRates rates) {
        this.rates = rates;
    }

    ExchangeRate rate(RateSource source, LawOfDay law, CurrencyUnit foreign, String field, List<Finding> warnings) {
        var base = law.regime().currency();
        var code = foreign.getCurrencyCode();
        var day = source.lookedUp(law.day());
        var found = rates.rate(source.table(), base, foreign, day)
                .orElseThrow(() -> new ReferralException(
                        Reason.MISSING_EXCHANGE_RATE,
                        field,
                        "table '%s' has no rate of %s against %s for %s; import it with 'minimis rates import'"
                                .formatted(source.table(), code, base.getCurrencyCode(), day),
                        null));
        if (!found.official() && !unofficial) {
            unofficial = true;
            warnings.add(Finding.warning(
                    Reason.DOUBTFUL_VALUE,
                    field,
                    "%s is converted at an unofficial rate; import the customs rate before declaring".formatted(code)));
        }
        if (source.isOfUnknownDay() && !otherDay) {
            otherDay = true;
            warnings.add(Finding.warning(
                    Reason.DOUBTFUL_VALUE,
                    field,
                    "%s is converted at the rate of %s, the law takes that of the day of export; ask the carrier for that day"
                            .formatted(code, day)));
        }
        return found.rate();
    }
}
