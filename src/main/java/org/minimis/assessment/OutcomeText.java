package org.minimis.assessment;

import java.util.ArrayList;
import java.util.List;
import org.minimis.money.Amounts;

/** Tells an outcome to a person: each figure, how it was reckoned, and by which law. */
public final class OutcomeText {

    private OutcomeText() {}

    /** Line by line, without line ends. */
    public static List<String> lines(Outcome outcome) {
        var lines = new ArrayList<String>();
        lines.add(outcome.match(OutcomeText::headline, OutcomeText::headline, OutcomeText::headline));
        for (var step : outcome.reasoning()) {
            lines.add("  %-14s %s".formatted(step.step(), step.text()));
            var amount = step.amount();
            lines.add("  %-14s %s%s"
                    .formatted(
                            "",
                            amount == null ? "" : "= " + Amounts.text(amount) + "   ",
                            step.law() + " [" + step.rule() + "]"));
        }
        for (var finding : outcome.findings()) {
            var field = finding.field().isEmpty() ? "" : finding.field() + ": ";
            lines.add("  %-14s %s%s [%s]"
                    .formatted(finding.severity().word(), field, finding.message(), finding.reason()));
        }
        return lines;
    }

    private static String headline(Outcome.Assessed outcome) {
        var assessment = outcome.assessment();
        return "%s  assessed, category %d, %s %s %s, VAT scheme %s: duty %s + VAT %s + fees %s = %s"
                .formatted(
                        outcome.consignment().houseWaybill(),
                        assessment.category().number(),
                        assessment.regime(),
                        assessment.state(),
                        (assessment.dataset() + " " + String.join(" ", assessment.procedures())).strip(),
                        assessment.vatScheme(),
                        Amounts.plain(assessment.duty()),
                        Amounts.plain(assessment.vat()),
                        Amounts.plain(assessment.feesTotal()),
                        Amounts.text(assessment.total()));
    }

    private static String headline(Outcome.Referred outcome) {
        return "%s  referred, category %d%s%s"
                .formatted(
                        outcome.consignment().houseWaybill(),
                        outcome.category().number(),
                        outcome.regime() == null ? "" : ", " + outcome.regime() + " " + outcome.state(),
                        outcome.dataset() == null ? "" : ", needs " + outcome.dataset());
    }

    private static String headline(Outcome.Rejected outcome) {
        return "%s  rejected".formatted(outcome.houseWaybill() == null ? "(no house waybill)" : outcome.houseWaybill());
    }
}
