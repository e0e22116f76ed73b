package org.minimis.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.money.CurrencyUnit;
import org.javamoney.moneta.Money;
import org.jspecify.annotations.Nullable;
import org.minimis.consignment.Consignment;
import org.minimis.consignment.ConsignmentType;
import org.minimis.finding.Finding;
import org.minimis.finding.Reason;
import org.minimis.money.Amounts;
import org.minimis.money.ExchangeRate;
import org.minimis.money.Rounding;
import org.minimis.regime.Aggregation;
import org.minimis.regime.Case;
import org.minimis.regime.CustomsValueBasis;
import org.minimis.regime.Facts;
import org.minimis.regime.LawOfDay;
import org.minimis.regime.Roundings;
import org.minimis.regime.Together;

/**
 * What is known about one consignment while it is assessed. Values are converted when they are first asked for, so that a
 * consignment that is excluded whatever its value needs no exchange rate.
 */
final class ConsignmentFacts extends FoundFigures {

    private static final CustomsValueBasis GOODS = new CustomsValueBasis(false, false, null);
    private static final CustomsValueBasis CIF = new CustomsValueBasis(true, true, null);

    private final Consignment consignment;
    private final LawOfDay law;
    private final ExchangeLookup exchange;
    private final Company company;
    private final Working working;
    private final List<Finding> warnings = new ArrayList<>(0);
    private @Nullable List<Money> itemValues;
    private @Nullable Money intrinsicValue;
    private @Nullable Money customsValue;
    private @Nullable Roundings roundings;
    private @Nullable Money freight;
    private @Nullable Money insurance;

    ConsignmentFacts(Consignment consignment, LawOfDay law, CustomsRates rates, Together together, Working working) {
        this.company = new Company(together);
        this.consignment = consignment;
        this.law = law;
        this.exchange = new ExchangeLookup(rates);
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
            var goods = consignment.goods();
            for (var i = 0; i < goods.size(); i++) {
                values.add(converted(goods.get(i).intrinsicValue(), "goods", "the goods"));
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
            var freight = basis.result().freight() ? freight() : zero();
            var insurance = basis.result().insurance() ? insurance() : zero();
            sum = Amounts.sum(Amounts.sum(sum, freight), insurance);
            var share = basis.result().share();
            var value = share == null ? sum : conversionRounding().round(share.of(sum));
            customsValue = value;
            if (working.wanted()) {
                text += shown("freight", freight, consignment.freight())
                        + shown("insurance", insurance, consignment.insurance());
                text += " = " + Amounts.plain(sum);
                text += share == null ? "" : "; %s of it: %s".formatted(share, Amounts.plain(value));
                working.add("customsValue", asked, basis, text, value);
            }
        }
        return customsValue;
    }

    @Override
    public Money cifValue() {
        return Amounts.sum(Amounts.sum(intrinsicValue(), freight()), insurance());
    }

    /** Transport as the manifest states it; zero where it states none. */
    Money freight() {
        if (freight == null) {
            freight = part(consignment.freight(), "freight");
        }
        return freight;
    }

    /** Insurance as the manifest states it; zero where it states none. */
    Money insurance() {
        if (insurance == null) {
            insurance = part(consignment.insurance(), "insurance");
        }
        return insurance;
    }

    @Override
    public Money besides(Aggregation unit, Set<ConsignmentType> types, String value) {
        var others = company.besides(this, unit, types, value);
        return others == null ? zero() : others;
    }

    @Override
    public @Nullable Money stated(String value, CurrencyUnit currency) {
        return switch (value) {
            case "goods_value", "intrinsic_value" -> StatedValue.of(consignment, currency, GOODS);
            case "cif_value" -> StatedValue.of(consignment, currency, CIF);
            case "customs_value" ->
                StatedValue.of(consignment, currency, caseOf(law.customsValue()).result());
            default -> null;
        };
    }

    private Money zero() {
        return Amounts.zero(law.regime().currency());
    }

    private static String shown(String what, Money amount, @Nullable Money stated) {
        return stated == null ? " + no %s stated".formatted(what) : " + %s %s".formatted(what, Amounts.plain(amount));
    }

    private Money part(@Nullable Money stated, String what) {
        return stated == null ? zero() : converted(stated, what, what);
    }

    /** An amount of the manifest in the regime's currency, rounded as its law says. */
    private Money converted(Money amount, String field, String what) {
        var base = law.regime().currency();
        if (amount.getCurrency().equals(base)) {
            return amount;
        }
        var rate = rate(amount, field);
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
        return roundings().conversion();
    }

    /** The stages of rounding, asked for once. */
    Roundings roundings() {
        if (roundings == null) {
            roundings = caseOf(law.rounding()).result();
        }
        return roundings;
    }

    private ExchangeRate rate(Money amount, String field) {
        return exchange.rate(caseOf(law.exchangeRates()).result(), law, amount.getCurrency(), field, warnings);
    }

    @Override
    public Money inRegimeCurrency(Money amount) {
        if (amount.getCurrency().equals(law.regime().currency())) {
            return amount;
        }
        return rate(amount, "").convert(amount, conversionRounding());
    }

    /** The case of {@code asked} that fits; where none does, the law does not decide and the consignment is referred. */
    <T> Case<T> caseOf(LawOfDay.Asked<T> asked) {
        return caseOf(asked, this);
    }

    /** The same for a part of the consignment. */
    <T> Case<T> caseOf(LawOfDay.Asked<T> asked, Facts facts) {
        var found = asked.first(facts);
        var referral = referral(asked, found);
        if (referral != null) {
            throw referral;
        }
        return found;
    }

    /** Why the consignment is referred where {@code found} is the case of {@code asked} that fits; null where it is not. */
    <T> @Nullable ReferralException referral(LawOfDay.Asked<T> asked, @Nullable Case<T> found) {
        if (working.wanted()) {
            company.explain(asked, working);
        }
        if (found == null) {
            var text = "no case of " + asked.id() + " fits; a person must decide";
            return new ReferralException(Reason.LAW_DOES_NOT_DECIDE, "", text, null);
        }
        var referral = found.referral();
        if (referral != null) {
            var text = found.name() + ": " + referral.say();
            if (working.wanted()) {
                working.add("referral", asked, found, text, null);
            }
            return new ReferralException(referral.reason(), "", text, referral.needs());
        }
        if (found.together() != null) {
            company.noteAlone(found.together(), found.name(), warnings);
        }
        return null;
    }

    static Money sum(List<Money> amounts) {
        var sum = amounts.get(0);
        for (var i = 1; i < amounts.size(); i++) {
            sum = Amounts.sum(sum, amounts.get(i));
        }
        return sum;
    }

    List<Finding> warnings() {
        return company.with(warnings);
    }

    /** Why it is not ours to decide, and the sums that were held against a limit before. */
    List<Finding> findings(ReferralException referral) {
        return company.with(List.of(referral.finding()));
    }

    Working working() {
        return working;
    }

    LawOfDay law() {
        return law;
    }
}
