package org.minimis.assessment;

import java.util.ArrayList;
import java.util.List;
import org.javamoney.moneta.Money;
import org.jspecify.annotations.Nullable;
import org.minimis.consignment.Consignment;
import org.minimis.finding.Finding;
import org.minimis.finding.Reason;
import org.minimis.money.Amounts;
import org.minimis.money.ExchangeRate;
import org.minimis.money.Rounding;
import org.minimis.regime.Case;
import org.minimis.regime.Facts;
import org.minimis.regime.LawOfDay;

/**
 * What is known about one consignment while it is assessed. Values are converted when they are first asked for, so that a
 * consignment that is excluded whatever its value needs no exchange rate.
 */
final class ConsignmentFacts implements Facts {

    private final Consignment consignment;
    private final LawOfDay law;
    private final CustomsRates rates;
    private final Working working;
    private final List<Finding> warnings = new ArrayList<>(0);
    private @Nullable List<Money> itemValues;
    private @Nullable Money intrinsicValue;
    private @Nullable Money customsValue;
    private @Nullable Money duty;
    private @Nullable Money vat;
    private @Nullable Money fees;
    private @Nullable String dutyKind;
    private @Nullable String vatScheme;
    private @Nullable Rounding conversion;

    ConsignmentFacts(Consignment consignment, LawOfDay law, CustomsRates rates, Working working) {
        this.consignment = consignment;
        this.law = law;
        this.rates = rates;
        this.working = working;
    }

    @Override
    public Consignment consignment() {
        return consignment;
    }

    @Override
    public List<Money> itemValues() {
        if (itemValues == null) {
            var values = new ArrayList<Money>(consignment.goods().size());
            for (var line : consignment.goods()) {
                values.add(converted(line.intrinsicValue(), "goods", "the goods"));
            }
            itemValues = values;
        }
        return itemValues;
    }

    @Override
    public Money intrinsicValue() {
        if (intrinsicValue == null) {
            var sum = itemValues().isEmpty() ? Amounts.zero(law.regime().currency()) : sum(itemValues());
            intrinsicValue = sum;
            if (working.wanted()) {
                working.add(
                        "intrinsicValue",
                        law.intrinsicValue(),
                        caseOf(law.intrinsicValue()),
                        "price of %d goods line(s), without VAT shown apart: %s"
                                .formatted(consignment.goods().size(), Amounts.text(sum)),
                        sum);
            }
        }
        return intrinsicValue;
    }

    /** The intrinsic value, if it has been found. */
    @Nullable
    Money intrinsicValueOrNull() {
        return intrinsicValue;
    }

    @Override
    public Money customsValue() {
        if (customsValue == null) {
            var asked = law.customsValue();
            var basis = caseOf(asked);
            var sum = intrinsicValue();
            var text = working.wanted() ? "goods " + Amounts.plain(sum) : "";
            var freight = part(basis.result().freight(), consignment.freight(), "freight");
            var insurance = part(basis.result().insurance(), consignment.insurance(), "insurance");
            sum = sum.add(freight).add(insurance);
            customsValue = sum;
            if (working.wanted()) {
                text += shown("freight", freight, consignment.freight())
                        + shown("insurance", insurance, consignment.insurance());
                working.add("customsValue", asked, basis, text + " = " + Amounts.plain(sum), sum);
            }
        }
        return customsValue;
    }

    private static String shown(String what, Money amount, @Nullable Money stated) {
        return stated == null ? " + no %s stated".formatted(what) : " + %s %s".formatted(what, Amounts.plain(amount));
    }

    private Money part(boolean belongs, @Nullable Money stated, String what) {
        return belongs && stated != null
                ? converted(stated, what, what)
                : Amounts.zero(law.regime().currency());
    }

    /** An amount of the manifest in the regime's currency, rounded as its law says. */
    private Money converted(Money amount, String field, String what) {
        var base = law.regime().currency();
        if (amount.getCurrency().equals(base)) {
            return amount;
        }
        var rate = rate(amount.getCurrency().getCurrencyCode(), amount, field);
        var converted = rate.convert(amount, conversionRounding());
        if (working.wanted()) {
            working.add(
                    "conversion",
                    law.exchangeRates(),
                    caseOf(law.exchangeRates()),
                    "%s: %s ÷ %s = %s, rounded %s; rate of %s to %s, %s"
                            .formatted(
                                    what,
                                    Amounts.text(amount),
                                    rate.unitsPerBase().toPlainString(),
                                    Amounts.text(converted),
                                    conversionRounding(),
                                    rate.from(),
                                    rate.to(),
                                    rate.source()),
                    converted);
        }
        return converted;
    }

    private Rounding conversionRounding() {
        if (conversion == null) {
            conversion = caseOf(law.rounding()).result().conversion();
        }
        return conversion;
    }

    private ExchangeRate rate(String code, Money amount, String field) {
        var table = caseOf(law.exchangeRates()).result();
        var base = law.regime().currency();
        var found = rates.rate(table, base, amount.getCurrency(), law.day())
                .orElseThrow(() -> new ReferralException(
                        Reason.MISSING_EXCHANGE_RATE,
                        field,
                        "table '%s' has no rate of %s against %s for %s; import it with 'minimis rates import'"
                                .formatted(table, code, base.getCurrencyCode(), law.day()),
                        null));
        if (!found.official() && warnings.isEmpty()) {
            warnings.add(Finding.warning(
                    Reason.DOUBTFUL_VALUE,
                    field,
                    "%s is converted at an unofficial rate; import the customs rate before declaring".formatted(code)));
        }
        return found.rate();
    }

    @Override
    public Money inRegimeCurrency(Money amount) {
        if (amount.getCurrency().equals(law.regime().currency())) {
            return amount;
        }
        return rate(amount.getCurrency().getCurrencyCode(), amount, "").convert(amount, conversionRounding());
    }

    /** The case of {@code asked} that fits; where none does, the law does not decide and the consignment is referred. */
    <T> Case<T> caseOf(LawOfDay.Asked<T> asked) {
        var found = asked.first(this);
        if (found == null) {
            throw new ReferralException(
                    Reason.LAW_DOES_NOT_DECIDE,
                    "",
                    "no case of %s fits; a person must decide".formatted(asked.id()),
                    null);
        }
        var referral = found.referral();
        if (referral != null) {
            if (working.wanted()) {
                working.add("referral", asked, found, found.name() + ": " + referral.say(), null);
            }
            throw new ReferralException(
                    referral.reason(), "", "%s: %s".formatted(found.name(), referral.say()), referral.needs());
        }
        return found;
    }

    static Money sum(List<Money> amounts) {
        var sum = amounts.get(0);
        for (var i = 1; i < amounts.size(); i++) {
            sum = sum.add(amounts.get(i));
        }
        return sum;
    }

    List<Finding> warnings() {
        return warnings;
    }

    Working working() {
        return working;
    }

    LawOfDay law() {
        return law;
    }

    void found(Money duty, String kind) {
        this.duty = duty;
        this.dutyKind = kind;
    }

    void foundFees(Money fees) {
        this.fees = fees;
    }

    void foundVat(Money vat, String scheme) {
        this.vat = vat;
        this.vatScheme = scheme;
    }

    @Override
    public Money duty() {
        return known(duty);
    }

    @Override
    public Money vat() {
        return known(vat);
    }

    @Override
    public Money fees() {
        return known(fees);
    }

    @Override
    public String vatScheme() {
        return known(vatScheme);
    }

    @Override
    public String dutyKind() {
        return known(dutyKind);
    }

    private static <T> T known(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("the law asks for what has not been found yet");
        }
        return value;
    }
}
