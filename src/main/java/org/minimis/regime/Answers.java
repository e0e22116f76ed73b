package org.minimis.regime;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Which figure a question of law decides, in the order in which the questions are asked. */
public enum Answers {
    ROUNDING("rounding"),
    EXCHANGE_RATES("exchange_rates"),
    INTRINSIC_VALUE("intrinsic_value"),
    CUSTOMS_VALUE("customs_value"),
    ADMISSION("admit"),
    DUTY("duty"),
    SURCHARGE("surcharge"),
    FEE("fee"),
    VAT("vat"),
    VAT_RATE("rates"),
    WAIVER("waive"),
    DECLARATION("declare"),
    ACCOUNTING("accounting");

    /** Those of which a regime has exactly one. */
    static final List<Answers> SINGLE = List.of(
            ROUNDING, EXCHANGE_RATES, INTRINSIC_VALUE, CUSTOMS_VALUE, ADMISSION, DUTY, VAT, WAIVER, DECLARATION);

    /** Those that a regime may do without, so that its law is whole before they begin. */
    static final List<Answers> OPTIONAL = List.of(SURCHARGE, FEE, ACCOUNTING);

    private final String resultKey;

    Answers(String resultKey) {
        this.resultKey = resultKey;
    }

    /** The key under which a case gives its result. */
    String resultKey() {
        return resultKey;
    }

    /** As the files write it, for example {@code vat-rate}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Answers of(String word) {
        return Arrays.stream(values())
                .filter(answers -> answers.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'%s' is nothing that a question answers; known are %s"
                        .formatted(
                                word, Arrays.stream(values()).map(Answers::word).collect(Collectors.joining(", ")))));
    }
}
