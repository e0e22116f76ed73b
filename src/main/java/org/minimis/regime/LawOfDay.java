package org.minimis.regime;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.minimis.consignment.Consignment;

/** A regime's law on one day under the chosen readings: what an assessment asks. */
public final class LawOfDay {

    /**
     * The cases of one question that are there on the day.
     *
     * @param since the day on which this value began
     */
    public record Asked<T>(String id, String subject, List<Case<T>> cases, LocalDate since) {

        /** The first case that fits, or null when the law does not decide. */
        public @Nullable Case<T> first(Facts facts) {
            return Question.first(cases, facts);
        }

        private Asked<T> narrowed(Consignment consignment) {
            var open = new ArrayList<Case<T>>(cases.size());
            for (var each : cases) {
                var narrowed = each.narrowed(consignment);
                if (narrowed != null) {
                    open.add(narrowed);
                }
            }
            return new Asked<>(id, subject, open, since);
        }
    }

    /** A manifest of nonsense must not fill the memory. */
    private static final int SHAPES_MAX = 1 << 12;

    private final Regime regime;
    private final LocalDate day;
    private final Asked<Roundings> rounding;
    private final Asked<RateSource> exchangeRates;
    private final Asked<String> intrinsicValue;
    private final Asked<CustomsValueBasis> customsValue;
    private final Asked<Admission> admission;
    private final Asked<DutyRule> duty;
    private final Asked<VatRule> vat;
    private final Asked<Waiver> waiver;
    private final Asked<Lodgement> declaration;
    private final Map<String, Asked<VatRates>> vatRates = new HashMap<>();
    private final List<Asked<FeeRule>> fees;
    private final List<Asked<SurchargeRule>> surcharges;
    private final @Nullable Asked<Accounting> accounting;
    private final Set<Aggregation> aggregations;
    private final List<Limit> limits;
    private final Map<Shape, LawOfDay> shapes = new ConcurrentHashMap<>();

    LawOfDay(Regime regime, LocalDate day) {
        this.regime = regime;
        this.day = day;
        this.rounding = asked(regime.question(Answers.ROUNDING));
        this.exchangeRates = asked(regime.question(Answers.EXCHANGE_RATES));
        this.intrinsicValue = asked(regime.question(Answers.INTRINSIC_VALUE));
        this.customsValue = asked(regime.question(Answers.CUSTOMS_VALUE));
        this.admission = asked(regime.question(Answers.ADMISSION));
        this.duty = asked(regime.question(Answers.DUTY));
        this.vat = asked(regime.question(Answers.VAT));
        this.waiver = asked(regime.question(Answers.WAIVER));
        this.declaration = asked(regime.question(Answers.DECLARATION));
        regime.vatRates().forEach((state, question) -> vatRates.put(state, asked(question)));
        this.fees = begun(regime.fees());
        this.surcharges = begun(regime.surcharges());
        var settled = regime.accounting();
        var calendar = settled == null ? List.<Asked<Accounting>>of() : begun(List.of(settled));
        this.accounting = calendar.isEmpty() ? null : calendar.get(0);
        this.aggregations = units();
        this.limits = found();
    }

    private LawOfDay(LawOfDay whole, Consignment consignment) {
        this.regime = whole.regime;
        this.day = whole.day;
        this.rounding = whole.rounding.narrowed(consignment);
        this.exchangeRates = whole.exchangeRates.narrowed(consignment);
        this.intrinsicValue = whole.intrinsicValue.narrowed(consignment);
        this.customsValue = whole.customsValue.narrowed(consignment);
        this.admission = whole.admission.narrowed(consignment);
        this.duty = whole.duty.narrowed(consignment);
        this.vat = whole.vat.narrowed(consignment);
        this.waiver = whole.waiver.narrowed(consignment);
        this.declaration = whole.declaration.narrowed(consignment);
        whole.vatRates.forEach((state, asked) -> vatRates.put(state, asked.narrowed(consignment)));
        this.fees = narrowed(whole.fees, consignment);
        this.surcharges = narrowed(whole.surcharges, consignment);
        this.accounting = whole.accounting == null ? null : whole.accounting.narrowed(consignment);
        this.aggregations = whole.aggregations;
        this.limits = whole.limits;
    }

    private static <T> List<Asked<T>> narrowed(List<Asked<T>> all, Consignment consignment) {
        return all.stream().map(asked -> asked.narrowed(consignment)).toList();
    }

    /**
     * This law with the cases alone that may fit a consignment like this one. It gives the same answers, sooner; to show the
     * law, or what was asked of it, take the whole.
     */
    public LawOfDay narrowedTo(Consignment consignment) {
        var shape = Shape.of(consignment);
        var known = shapes.get(shape);
        if (known == null) {
            known = new LawOfDay(this, consignment);
            if (shapes.size() < SHAPES_MAX) {
                shapes.put(shape, known);
            }
        }
        return known;
    }

    /** A charge that did not exist yet is no silence of the law. */
    private <T> List<Asked<T>> begun(List<Question<T>> questions) {
        return questions.stream()
                .filter(question -> !day.isBefore(question.timeline().changes().get(0)))
                .map(this::asked)
                .toList();
    }

    private <T> Asked<T> asked(Question<T> question) {
        var cases = question.timeline().on(day).stream()
                .filter(regime.readings()::allow)
                .toList();
        return new Asked<>(
                question.id(), question.subject(), cases, question.timeline().since(day));
    }

    public Regime regime() {
        return regime;
    }

    public LocalDate day() {
        return day;
    }

    public Asked<Roundings> rounding() {
        return rounding;
    }

    /** Which table of exchange rates, and which of its days. */
    public Asked<RateSource> exchangeRates() {
        return exchangeRates;
    }

    /** What the intrinsic value holds. */
    public Asked<String> intrinsicValue() {
        return intrinsicValue;
    }

    public Asked<CustomsValueBasis> customsValue() {
        return customsValue;
    }

    public Asked<Admission> admission() {
        return admission;
    }

    public Asked<DutyRule> duty() {
        return duty;
    }

    public Asked<VatRule> vat() {
        return vat;
    }

    public Asked<VatRates> vatRates(String state) {
        return vatRates.get(state);
    }

    public List<Asked<FeeRule>> fees() {
        return fees;
    }

    /** Duties on top of the duty. */
    public List<Asked<SurchargeRule>> surcharges() {
        return surcharges;
    }

    /** When a carrier that settles by the month accounts and pays; null where the files do not say. */
    public @Nullable Asked<Accounting> accounting() {
        return accounting;
    }

    public Asked<Waiver> waiver() {
        return waiver;
    }

    public Asked<Lodgement> declaration() {
        return declaration;
    }

    /** Which consignments it takes together for some limit; none in most regimes. */
    public Set<Aggregation> aggregations() {
        return aggregations;
    }

    /** The amounts with which it compares values of a consignment, each once. */
    public List<Limit> limits() {
        return limits;
    }

    private List<Limit> found() {
        return all().stream()
                .flatMap(asked -> asked.cases().stream())
                .flatMap(each -> each.conditions().stream())
                .flatMap(condition -> condition.limits().stream())
                .distinct()
                .toList();
    }

    private Set<Aggregation> units() {
        var units = EnumSet.noneOf(Aggregation.class);
        for (var asked : all()) {
            for (var each : asked.cases()) {
                if (each.together() != null) {
                    units.add(each.together());
                }
            }
        }
        return Set.copyOf(units);
    }

    /** All of it, for showing. */
    public List<Asked<?>> all() {
        var all = new ArrayList<Asked<?>>(List.of(
                rounding, exchangeRates, intrinsicValue, customsValue, admission, duty, vat, waiver, declaration));
        all.addAll(surcharges);
        all.addAll(fees);
        if (accounting != null) {
            all.add(accounting);
        }
        vatRates.keySet().stream().sorted().forEach(state -> all.add(vatRates.get(state)));
        return all;
    }
}
