package org.minimis.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.javamoney.moneta.Money;
import org.jspecify.annotations.Nullable;
import org.minimis.consignment.ConsignmentType;
import org.minimis.finding.Finding;
import org.minimis.finding.Reason;
import org.minimis.money.Amounts;
import org.minimis.regime.Aggregation;
import org.minimis.regime.LawOfDay;
import org.minimis.regime.Others;
import org.minimis.regime.Together;

/** The other consignments that are taken together with one while it is assessed, and what has to be said about that. */
final class Company {

    /** One sum that was held against a limit. */
    private record Note(Aggregation unit, String text, Money sum) {}

    private final Together together;
    private List<Note> notes = List.of();
    private int explained;
    private boolean alone;

    Company(Together together) {
        this.together = together;
    }

    /**
     * What the others hold; null where nobody looked or there are none.
     *
     * @throws ReferralException when there are, and that is not known of all of them
     */
    @Nullable
    Money besides(ConsignmentFacts facts, Aggregation unit, Set<ConsignmentType> types, String value) {
        var others = together.others(unit, types);
        if (others == null || others.count() == 0) {
            return null;
        }
        var sum = others.values().get(value);
        if (sum == null) {
            throw new ReferralException(
                    Reason.LAW_DOES_NOT_DECIDE,
                    "",
                    "it is taken together with %s for one %s, and the value of not all of them is known; a person must decide"
                            .formatted(others.named(), unit.word()),
                    null);
        }
        note(unit, others, value, own(facts, value));
        return sum;
    }

    private static Money own(ConsignmentFacts facts, String value) {
        return switch (value) {
            case "cif_value" -> facts.cifValue();
            case "customs_value" -> facts.customsValue();
            default -> facts.intrinsicValue();
        };
    }

    /** A sum is about to be held against a limit. */
    private void note(Aggregation unit, Others others, String value, Money own) {
        var besides = others.values().get(value);
        var sum = own.add(besides);
        var text = "%s of one %s, together with %s: %s and its own %s, in all %s"
                .formatted(
                        value,
                        unit.word(),
                        others.named(),
                        Amounts.text(besides),
                        Amounts.text(own),
                        Amounts.text(sum));
        for (var note : notes) {
            if (note.text().equals(text)) {
                return;
            }
        }
        notes = notes.isEmpty() ? new ArrayList<>() : notes;
        notes.add(new Note(unit, text, sum));
    }

    /** A limit for several was held against this one alone, or against those of one file: that shall be known. */
    void noteAlone(Aggregation unit, String caseName, List<Finding> warnings) {
        if (alone) {
            return;
        }
        var looked = together.others(unit, Set.of()) != null;
        if (looked && together.isBookAsked()) {
            return;
        }
        alone = true;
        warnings.add(Finding.warning(
                Reason.COMPARED_ALONE,
                "",
                "'" + caseName + "' takes together what comes to one " + unit.word()
                        + (looked ? "; the book was not asked for others" : "; this consignment was compared alone")));
    }

    /** What was noted since the last call, as steps of the working. */
    void explain(LawOfDay.Asked<?> asked, Working working) {
        for (; explained < notes.size(); explained++) {
            var note = notes.get(explained);
            for (var each : asked.cases()) {
                if (each.together() == note.unit()) {
                    working.add("together", asked, each, note.text(), note.sum());
                    break;
                }
            }
        }
    }

    /** The warnings, and what was noted, for whoever reads the outcome. */
    List<Finding> with(List<Finding> warnings) {
        if (notes.isEmpty()) {
            return warnings;
        }
        var all = new ArrayList<>(warnings);
        for (var note : notes) {
            all.add(Finding.warning(
                    Reason.TAKEN_TOGETHER,
                    "",
                    note.text() + (together.isBookAsked() ? "" : "; the book was not asked for others")));
        }
        return all;
    }
}
