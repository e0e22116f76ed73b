package org.minimis.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.minimis.assessment.Outcome;
import org.minimis.regime.Answers;
import org.minimis.regime.Case;
import org.minimis.regime.Lodgement;
import org.minimis.regime.Question;
import org.minimis.regime.Regime;
import org.minimis.regime.Regimes;
import org.minimis.regime.Waiver;
import org.minimis.settings.ConfigFolder;

/** Which cases of the law the broker's cases have met so far, by the sentence under which the working names them. */
final class RulesMet {

    /** Questions whose working names the case that decided; rounding, rates and values are seen in the figures. */
    private static final Set<Answers> NAMED = Set.of(
            Answers.ADMISSION, Answers.DUTY, Answers.SURCHARGE, Answers.VAT, Answers.WAIVER, Answers.DECLARATION);

    private static final Set<String> MET = new HashSet<>();

    private RulesMet() {}

    static void by(Outcome outcome) {
        synchronized (MET) {
            outcome.reasoning().forEach(step -> MET.add(step.rule() + " " + step.text()));
        }
    }

    static void everyRuleOfEveryRegime() {
        var unmet = new TreeSet<String>();
        for (var regime : Regimes.load(ConfigFolder.of(Path.of("config"))).all()) {
            regime.questions().stream()
                    .filter(question -> NAMED.contains(question.answers()))
                    .forEach(question -> reachable(question, regime.firstDay())
                            .filter(RulesMet::leavesAStep)
                            .filter(each -> !isMet(regime, question, each))
                            .forEach(each -> unmet.add(question.id() + ": " + each.name())));
        }

        // The tax alone is waived only where the duty is over CHF 5, and no tariff by weight is at hand that would make
        // it so.
        assertThat(unmet).containsExactly("ch.waiver: VAT not over CHF 5");
    }

    /** Those of values that still stand on the first day on which the whole law is there. */
    private static Stream<Case<?>> reachable(Question<?> question, LocalDate firstDay) {
        var values = question.timeline().values();
        var first = values.floorKey(firstDay);
        return values.tailMap(first == null ? values.firstKey() : first).values().stream()
                .flatMap(List::stream);
    }

    /** Documents have no value, so nobody asks what they owe; and of a waiver that waives nothing no step tells. */
    private static boolean leavesAStep(Case<?> each) {
        var result = each.result();
        var ofDocuments = each.name().equals("Documents") && !(result instanceof Lodgement);
        return !ofDocuments && !new Waiver(false, false, false).equals(result);
    }

    /** A tax at import is told by the question of its rate, in the words of the case that charges it. */
    private static boolean isMet(Regime regime, Question<?> question, Case<?> each) {
        var exact = question.id() + " " + each.name();
        var onTop = question.id() + " " + question.subject() + ", " + each.name() + ": ";
        var inRates = " " + each.name() + ": ";
        var own = regime.id().toLowerCase(Locale.ROOT) + ".";
        return MET.stream()
                .anyMatch(met -> met.equals(exact)
                        || met.startsWith(exact + ": ")
                        || met.startsWith(onTop)
                        || (question.answers() == Answers.VAT
                                && met.startsWith(own)
                                && met.indexOf(inRates) == met.indexOf(' ')));
    }
}
