package org.minimis.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.javamoney.moneta.Money;
import org.jspecify.annotations.Nullable;
import org.minimis.consignment.Consignment;
import org.minimis.finding.Finding;

/** What becomes of one manifest record. Every record ends in exactly one of these. */
public sealed interface Outcome {

    /** In order of severity, gravest first. Empty is usual. */
    List<Finding> findings();

    /** The working, empty unless it was asked for. */
    List<ReasoningStep> reasoning();

    /** Ours to declare. */
    record Assessed(
            Consignment consignment, Assessment assessment, List<Finding> findings, List<ReasoningStep> reasoning)
            implements Outcome {

        /** The same consignment, referred for something that only its declaration shows. */
        public Referred referred(Finding finding) {
            var all = new ArrayList<Finding>();
            all.add(finding);
            all.addAll(findings);
            return new Referred(
                    consignment,
                    Category.HIGH_VALUE,
                    assessment.regime(),
                    assessment.state(),
                    assessment.acceptanceDate(),
                    null,
                    assessment.intrinsicValue(),
                    List.copyOf(all),
                    reasoning);
        }
    }

    /**
     * Readable, but not ours to decide: it needs a standard declaration or a person.
     *
     * @param regime whose law refers it; null where no regime covers the destination
     * @param state likewise
     * @param dataset what has to be lodged instead, for example {@code H1}; null where a person must decide
     * @param intrinsicValue in the regime's currency, where it could be reckoned
     */
    record Referred(
            Consignment consignment,
            Category category,
            @Nullable String regime,
            @Nullable String state,
            LocalDate acceptanceDate,
            @Nullable String dataset,
            @Nullable Money intrinsicValue,
            List<Finding> findings,
            List<ReasoningStep> reasoning)
            implements Outcome {}

    /**
     * Not readable as a consignment at all.
     *
     * @param houseWaybill as written, where one could be made out
     */
    record Rejected(@Nullable String houseWaybill, List<Finding> findings) implements Outcome {

        @Override
        public List<ReasoningStep> reasoning() {
            return List.of();
        }
    }

    /** The pattern switch Java 17 lacks. A fourth outcome adds a parameter here, and so stops at every caller. */
    default <R> R match(
            Function<Assessed, R> assessed, Function<Referred, R> referred, Function<Rejected, R> rejected) {
        if (this instanceof Assessed a) {
            return assessed.apply(a);
        }
        if (this instanceof Referred r) {
            return referred.apply(r);
        }
        return rejected.apply((Rejected) this);
    }
}
