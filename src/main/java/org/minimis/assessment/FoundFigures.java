package org.minimis.assessment;

import org.javamoney.moneta.Money;
import org.jspecify.annotations.Nullable;
import org.minimis.regime.Facts;

/** The figures that an assessment finds one after the other; none may be asked for before it has been found. */
abstract class FoundFigures implements Facts {

    private @Nullable Money duty;
    private @Nullable Money vat;
    private @Nullable Money fees;
    private @Nullable String dutyKind;
    private @Nullable String vatScheme;

    void found(Money duty, String kind) {
        this.duty = duty;
        this.dutyKind = kind;
    }

    void foundFees(Money fees) {
        this.fees = fees;
    }

    void foundVat(Money vat, String scheme) {
        this.vat = vat;
        this.vatScheme = scheme;
    }

    @Override
    public Money duty() {
        return known(duty);
    }

    @Override
    public Money vat() {
        return known(vat);
    }

    @Override
    public Money fees() {
        return known(fees);
    }

    @Override
    public String vatScheme() {
        return known(vatScheme);
    }

    @Override
    public String dutyKind() {
        return known(dutyKind);
    }

    private static <T> T known(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("the law asks for what has not been found yet");
        }
        return value;
    }
}
