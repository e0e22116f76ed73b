package org.minimis.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.javamoney.moneta.Money;
import org.jspecify.annotations.Nullable;
import org.minimis.regime.Case;
import org.minimis.regime.LawOfDay;

/**
 * Collects the working of an assessment, if anybody wants it.
 *
 * <p>The figures come from the same code either way; only the sentences cost time, so callers ask {@link #wanted()} before
 * they write one.
 */
final class Working {

    private final boolean wanted;
    private final List<ReasoningStep> steps = new ArrayList<>(0);

    Working(boolean wanted) {
        this.wanted = wanted;
    }

    boolean wanted() {
        return wanted;
    }

    /** A step that follows from a case of the law. */
    void add(String step, LawOfDay.Asked<?> asked, Case<?> law, String text, @Nullable Money amount) {
        steps.add(new ReasoningStep(step, asked.id(), text, amount, cited(law, asked.since())));
    }

    private static String cited(Case<?> law, LocalDate since) {
        var doubt = law.confidence().equals("high") ? "" : " (confidence " + law.confidence() + ")";
        return law.law() + ", value of " + since + doubt;
    }

    List<ReasoningStep> steps() {
        return List.copyOf(steps);
    }
}
