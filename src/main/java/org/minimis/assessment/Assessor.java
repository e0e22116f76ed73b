package org.minimis.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.javamoney.moneta.Money;
import org.jspecify.annotations.Nullable;
import org.minimis.consignment.Consignment;
import org.minimis.finding.Finding;
import org.minimis.finding.Reason;
import org.minimis.finding.Severity;
import org.minimis.money.Amounts;
import org.minimis.regime.Admission;
import org.minimis.regime.Case;
import org.minimis.regime.DutyRule;
import org.minimis.regime.Lodgement;
import org.minimis.regime.Regimes;
import org.minimis.regime.Together;

/**
 * Assesses consignments: what is due, how it is declared, and why.
 *
 * <p>Pure: the same consignment, day, law and rates give the same outcome, with or without the working written down. Safe for
 * use by several threads.
 */
public final class Assessor {

    private static final Comparator<Finding> GRAVEST_FIRST =
            Comparator.comparing(Finding::severity).reversed().thenComparing(Finding::reason);

    private final Regimes regimes;
    private final CustomsRates rates;

    public Assessor(Regimes regimes, CustomsRates rates) {
        this.regimes = regimes;
        this.rates = rates;
    }

    /**
     * The outcome of one consignment.
     *
     * @param findings what the manifest's reader found; none rejects
     * @param accepted the day whose law and exchange rates apply
     * @param explain is the working wanted?
     * @throws org.minimis.regime.RegimeSilentException when the law is silent on that day
     */
    public Outcome assess(Consignment consignment, List<Finding> findings, LocalDate accepted, boolean explain) {
        return assess(consignment, findings, accepted, explain, Together.NOT_LOOKED);
    }

    /**
     * The outcome of one consignment among others.
     *
     * @param together what the consignments hold that the law takes together with it
     */
    public Outcome assess(
            Consignment consignment, List<Finding> findings, LocalDate accepted, boolean explain, Together together) {
        var place = regimes.place(consignment);
        if (place == null) {
            var finding = Finding.referred(
                    Reason.NO_REGIME,
                    "destinationCountry",
                    "no law for '%s' is written down; declare it by hand or add a regime"
                            .formatted(consignment.destinationCountry()));
            return new Outcome.Referred(
                    consignment,
                    Category.HIGH_VALUE,
                    null,
                    null,
                    accepted,
                    null,
                    null,
                    sorted(findings, List.of(finding)),
                    List.of());
        }
        var law = place.regime().on(accepted);
        var facts = new ConsignmentFacts(
                consignment, explain ? law : law.narrowedTo(consignment), rates, together, new Working(explain));
        try {
            // Many consignments are not admitted; to throw for each of them took a twentieth of a night.
            var admission = facts.law().admission().first(facts);
            var refused = facts.referral(facts.law().admission(), admission);
            if (refused != null) {
                return undecided(facts, place.state(), refused, findings);
            }
            var assessment = assessment(facts, place.state(), admission);
            if (refers(findings)) {
                return referred(facts, place.state(), null, sorted(findings, facts.warnings()));
            }
            return new Outcome.Assessed(
                    consignment,
                    assessment,
                    sorted(findings, facts.warnings()),
                    facts.working().steps());
        } catch (ReferralException e) {
            return undecided(facts, place.state(), e, findings);
        }
    }

    private static Outcome undecided(
            ConsignmentFacts facts, String state, ReferralException why, List<Finding> findings) {
        return referred(facts, state, why.needs(), sorted(findings, facts.findings(why)));
    }

    private static boolean refers(List<Finding> findings) {
        for (var i = 0; i < findings.size(); i++) {
            if (findings.get(i).severity() == Severity.REFERRED) {
                return true;
            }
        }
        return false;
    }

    private static Outcome referred(
            ConsignmentFacts facts, String state, @Nullable String needs, List<Finding> findings) {
        return new Outcome.Referred(
                facts.consignment(),
                Category.HIGH_VALUE,
                facts.law().regime().id(),
                state,
                facts.law().day(),
                needs,
                facts.intrinsicValueOrNull(),
                findings,
                facts.working().steps());
    }

    private static List<Finding> sorted(List<Finding> some, List<Finding> others) {
        if (others.isEmpty() && some.size() < 2) {
            return some;
        }
        var all = new ArrayList<>(some);
        all.addAll(others);
        all.sort(GRAVEST_FIRST);
        return List.copyOf(all);
    }

    private static Assessment assessment(ConsignmentFacts facts, String state, Case<Admission> admission) {
        var law = facts.law();
        if (facts.working().wanted()) {
            facts.working().add("admission", law.admission(), admission, admission.name(), null);
        }
        if (facts.consignment().goods().isEmpty()) {
            return withoutGoods(facts, state);
        }
        var dutyLaw = facts.caseOf(law.duty());
        var items = new Items(facts, isByFullCode(dutyLaw.result()));
        facts.found(
                new DutySum(facts, dutyLaw, items).reckon(), dutyLaw.result().kind());
        if (!law.surcharges().isEmpty()) {
            facts.found(Amounts.sum(facts.duty(), new SurchargeSum(facts, items).reckon()), facts.dutyKind());
        }
        var fees = new FeeSum(facts, items).reckon();
        facts.foundFees(total(fees, facts));
        var vatLaw = facts.caseOf(law.vat());
        var vatSum = new VatSum(facts, state, vatLaw, items);
        facts.foundVat(vatSum.reckon(), vatLaw.result().scheme());
        return lodged(facts, state, waived(facts, fees, items), items, vatSum.base());
    }

    /** Documents have no value and owe nothing; the law still says how they are released. */
    private static Assessment withoutGoods(ConsignmentFacts facts, String state) {
        var zero = Amounts.zero(facts.law().regime().currency());
        facts.found(zero, "none");
        facts.foundFees(zero);
        facts.foundVat(zero, "NONE");
        var lodgement = facts.caseOf(facts.law().declaration());
        explainLodgement(facts, lodgement);
        return new Assessment(
                category(lodgement.result(), zero),
                facts.law().regime().id(),
                state,
                facts.law().day(),
                lodgement.result().dataset(),
                lodgement.result().procedures(),
                facts.vatScheme(),
                zero.getCurrency(),
                zero,
                zero,
                zero,
                null,
                zero,
                List.of(),
                List.of());
    }

    /** Under the ordinary tariff all digits of a code matter; low-value declarations know six. */
    private static boolean isByFullCode(DutyRule rule) {
        return rule instanceof DutyRule.OfTariff || rule instanceof DutyRule.FlatRate;
    }

    private static Money total(List<Assessment.Fee> fees, ConsignmentFacts facts) {
        var sum = Amounts.zero(facts.law().regime().currency());
        for (var fee : fees) {
            sum = Amounts.sum(sum, fee.amount());
        }
        return sum;
    }

    /** The fees that remain once small sums are waived; duty and VAT of the facts are waived in place. */
    private static List<Assessment.Fee> waived(ConsignmentFacts facts, List<Assessment.Fee> fees, Items items) {
        var asked = facts.law().waiver();
        var law = facts.caseOf(asked);
        var waiver = law.result();
        if (waiver.waivesNothing()) {
            return fees;
        }
        if (facts.working().wanted()) {
            facts.working().add("waiver", asked, law, law.name(), null);
        }
        var zero = Amounts.zero(facts.law().regime().currency());
        for (var item : items.all()) {
            item.duty = waiver.duty() ? zero : item.duty;
            item.vat = waiver.vat() ? zero : item.vat;
        }
        facts.found(waiver.duty() ? zero : facts.duty(), facts.dutyKind());
        facts.foundVat(waiver.vat() ? zero : facts.vat(), facts.vatScheme());
        facts.foundFees(waiver.fees() ? zero : facts.fees());
        return waiver.fees() ? List.of() : fees;
    }

    private static Assessment lodged(
            ConsignmentFacts facts, String state, List<Assessment.Fee> fees, Items items, @Nullable Money vatBase) {
        var lodgement = facts.caseOf(facts.law().declaration());
        explainLodgement(facts, lodgement);
        explainAccounting(facts);
        var due = Amounts.sum(Amounts.sum(facts.duty(), facts.vat()), facts.fees());
        return new Assessment(
                category(lodgement.result(), due),
                facts.law().regime().id(),
                state,
                facts.law().day(),
                lodgement.result().dataset(),
                lodgement.result().procedures(),
                facts.vatScheme(),
                facts.law().regime().currency(),
                facts.intrinsicValue(),
                facts.customsValue(),
                facts.duty(),
                vatBase,
                facts.vat(),
                fees,
                items.declared());
    }

    private static void explainLodgement(ConsignmentFacts facts, Case<Lodgement> law) {
        if (facts.working().wanted()) {
            var lodgement = law.result();
            facts.working()
                    .add(
                            "declaration",
                            facts.law().declaration(),
                            law,
                            "%s: dataset %s%s"
                                    .formatted(
                                            law.name(),
                                            lodgement.dataset(),
                                            lodgement.procedures().isEmpty()
                                                    ? ""
                                                    : ", procedures " + String.join(" ", lodgement.procedures())),
                            null);
        }
    }

    private static void explainAccounting(ConsignmentFacts facts) {
        var asked = facts.law().accounting();
        if (asked != null && facts.working().wanted()) {
            // It decides no figure, so where it does not say anything nothing is referred.
            var law = asked.first(facts);
            var days = law == null ? null : law.result();
            if (days != null && (days.account() != null || days.pay() != null)) {
                facts.working()
                        .add("accounting", asked, law, days.text(facts.law().day()), null);
            }
        }
    }

    private static Category category(Lodgement lodgement, Money due) {
        return switch (lodgement.category()) {
            case DOCUMENTS -> Category.DOCUMENTS;
            case HIGH_VALUE -> Category.HIGH_VALUE;
            case BY_AMOUNT -> due.isPositive() ? Category.LOW_VALUE_DUTIABLE : Category.LOW_VALUE_FREE;
        };
    }
}
