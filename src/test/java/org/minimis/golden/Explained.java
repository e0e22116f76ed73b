package org.minimis.golden;

import static org.assertj.core.api.Assertions.assertThat;

import org.javamoney.moneta.Money;
import org.jspecify.annotations.Nullable;
import org.minimis.assessment.Assessment;
import org.minimis.assessment.Outcome;
import org.minimis.assessment.ReasoningStep;
import org.minimis.money.Amounts;

/** The working of an assessment, added up by somebody who knows nothing but the working. */
final class Explained {

    private final Outcome.Assessed outcome;
    private final Assessment figures;
    private final boolean waived;

    private Explained(Outcome.Assessed outcome) {
        this.outcome = outcome;
        this.figures = outcome.assessment();
        this.waived = outcome.reasoning().stream().anyMatch(step -> step.step().equals("waiver"));
    }

    /** Fails unless every figure is the sum of its steps and every step names its law. */
    static void check(Outcome.Assessed outcome) {
        var explained = new Explained(outcome);
        for (var step : outcome.reasoning()) {
            if (step.law().isBlank() || step.rule().isBlank() || step.text().isBlank()) {
                throw new AssertionError(explained.named() + ": a step says nothing: " + step);
            }
        }
        explained.figures();
    }

    private void figures() {
        if (figures.items().isEmpty()) {
            assertThat(figures.total().isZero()).as(named()).isTrue();
            return;
        }
        same("intrinsic value", figures.intrinsicValue(), last("intrinsicValue"));
        same("customs value", figures.customsValue(), last("customsValue"));
        charged("duty", figures.duty(), sum("duty").add(sum("surcharge")));
        charged("VAT", figures.vat(), sum("vat"));
        charged("fees", figures.feesTotal(), sum("fees"));
        if (figures.vatBase() != null) {
            same("base of the VAT", figures.vatBase(), sum("vatBase"));
        }
        same("total", figures.total(), figures.duty().add(figures.vat()).add(figures.feesTotal()));
        same("items' duty", figures.duty(), items(true));
        same("items' VAT", figures.vat(), items(false));
    }

    /** A figure is what its steps say, or nothing where a small sum is waived. */
    private void charged(String what, Money figure, Money steps) {
        if (!(waived && figure.isZero())) {
            same(what, figure, steps);
        }
    }

    private void same(String what, Money figure, @Nullable Money steps) {
        if (steps == null || !figure.isEqualTo(steps)) {
            throw new AssertionError("%s: %s is %s, its working says %s: %s"
                    .formatted(named(), what, figure, steps, outcome.reasoning()));
        }
    }

    private Money sum(String name) {
        var sum = zero();
        for (var step : outcome.reasoning()) {
            if (step.step().equals(name)
                    && step.amount() != null
                    && !step.text().endsWith("owed to the carrier")) {
                sum = sum.add(step.amount());
            }
        }
        return sum;
    }

    private @Nullable Money last(String name) {
        return outcome.reasoning().stream()
                .filter(step -> step.step().equals(name))
                .map(ReasoningStep::amount)
                .reduce((one, other) -> other)
                .orElse(null);
    }

    private Money items(boolean duty) {
        var sum = zero();
        for (var item : figures.items()) {
            sum = sum.add(duty ? item.duty() : item.vat());
        }
        return sum;
    }

    private Money zero() {
        return Amounts.zero(figures.currency());
    }

    private String named() {
        return outcome.consignment().houseWaybill().number() + " on " + figures.acceptanceDate();
    }
}
