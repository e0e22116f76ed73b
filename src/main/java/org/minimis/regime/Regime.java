package org.minimis.regime;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.minimis.settings.ConfigException;

/**
 * One jurisdiction's law of low-value imports, through time.
 *
 * @see #on(LocalDate)
 */
public final class Regime {

    private final String id;
    private final String name;
    private final CurrencyUnit currency;
    private final List<String> states;
    private final Map<Answers, Question<?>> questions;
    private final Map<String, Question<VatRates>> vatRates;
    private final List<Question<FeeRule>> fees;
    private final List<Question<SurchargeRule>> surcharges;
    private final @Nullable Question<Accounting> accounting;
    private final Readings readings;
    private final Map<LocalDate, LawOfDay> days = new ConcurrentHashMap<>();

    Regime(RegimeFile file, List<Question<?>> all, Readings readings) {
        this.id = file.id();
        this.name = file.name();
        this.currency = file.currency();
        this.states = file.destinations();
        this.readings = readings;
        this.questions = single(all, file);
        this.vatRates = rates(all, file);
        this.fees = many(all, Answers.FEE);
        this.surcharges = many(all, Answers.SURCHARGE);
        var accountings = Regime.<Accounting>many(all, Answers.ACCOUNTING);
        if (accountings.size() > 1) {
            throw QuestionFiles.twice(accountings.get(0), accountings.get(1));
        }
        this.accounting = accountings.isEmpty() ? null : accountings.get(0);
    }

    private static <T> List<Question<T>> many(List<Question<?>> all, Answers answers) {
        return all.stream()
                .filter(question -> question.answers() == answers)
                .map(Regime::<T>typed)
                .toList();
    }

    private static Map<Answers, Question<?>> single(List<Question<?>> all, RegimeFile file) {
        var single = new EnumMap<Answers, Question<?>>(Answers.class);
        for (var question : all) {
            if (Answers.SINGLE.contains(question.answers())) {
                var first = single.put(question.answers(), question);
                if (first != null) {
                    throw QuestionFiles.twice(first, question);
                }
            }
        }
        for (var answers : Answers.SINGLE) {
            if (!single.containsKey(answers)) {
                throw new ConfigException(
                        "%s: no file of the regime answers '%s'; add one".formatted(file.where(), answers.word()));
            }
        }
        return single;
    }

    private static Map<String, Question<VatRates>> rates(List<Question<?>> all, RegimeFile file) {
        var rates = new TreeMap<String, Question<VatRates>>();
        for (var question : all) {
            if (question.answers() == Answers.VAT_RATE) {
                var first = rates.put(question.subject(), typed(question));
                if (first != null) {
                    throw QuestionFiles.twice(first, question);
                }
            }
        }
        for (var state : file.destinations()) {
            if (!rates.containsKey(state)) {
                throw new ConfigException(
                        "%s: no file of the regime gives the vat-rate of '%s'; add one".formatted(file.where(), state));
            }
        }
        return rates;
    }

    @SuppressWarnings("unchecked") // the reader of each kind of question gives exactly that kind of result
    private static <T> Question<T> typed(Question<?> question) {
        return (Question<T>) question;
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public CurrencyUnit currency() {
        return currency;
    }

    /** The states of destination it covers. */
    public List<String> states() {
        return states;
    }

    public Readings readings() {
        return readings;
    }

    /** Every question of its law. */
    public List<Question<?>> questions() {
        return Stream.of(
                        questions.values().stream(),
                        surcharges.stream(),
                        fees.stream(),
                        vatRates.values().stream(),
                        Stream.ofNullable(accounting))
                .flatMap(stream -> stream)
                .<Question<?>>map(question -> question)
                .toList();
    }

    /** The days on which something in its law begins or changes, in order. */
    public List<LocalDate> changes() {
        var days = new TreeSet<LocalDate>();
        questions().forEach(question -> days.addAll(question.timeline().changes()));
        return List.copyOf(days);
    }

    /** The first day on which its law is whole. */
    public LocalDate firstDay() {
        return questions().stream()
                .filter(question -> !Answers.OPTIONAL.contains(question.answers()))
                .map(question -> question.timeline().changes().get(0))
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    /**
     * The law of one day, made once.
     *
     * @throws RegimeSilentException when some part of it is silent
     */
    public LawOfDay on(LocalDate day) {
        var known = days.get(day);
        return known != null ? known : days.computeIfAbsent(day, d -> new LawOfDay(this, d));
    }

    <T> Question<T> question(Answers answers) {
        return typed(questions.get(answers));
    }

    Map<String, Question<VatRates>> vatRates() {
        return vatRates;
    }

    List<Question<FeeRule>> fees() {
        return fees;
    }

    List<Question<SurchargeRule>> surcharges() {
        return surcharges;
    }

    @Nullable
    Question<Accounting> accounting() {
        return accounting;
    }
}
