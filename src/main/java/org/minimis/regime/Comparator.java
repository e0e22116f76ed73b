package org.minimis.regime;

/** How a value is compared with a threshold; the law's own choice between "not over" and "below". */
enum Comparator {
    AT_MOST("<="),
    AT_LEAST(">="),
    BELOW("<"),
    OVER(">");

    private final String sign;

    Comparator(String sign) {
        this.sign = sign;
    }

    /** The comparator at the beginning of {@code text}. */
    static Comparator of(String text) {
        for (var comparator : values()) {
            if (text.startsWith(comparator.sign + " ")) {
                return comparator;
            }
        }
        throw new IllegalArgumentException(
                "'%s' compares with nothing; write <=, <, >= or >, a blank and the value with its unit"
                        .formatted(text));
    }

    /** What follows the comparator. */
    static String rest(String text) {
        return text.substring(text.indexOf(' ') + 1);
    }

    /** @param comparison as {@code compareTo} gives it */
    boolean holds(int comparison) {
        return switch (this) {
            case AT_MOST -> comparison <= 0;
            case AT_LEAST -> comparison >= 0;
            case BELOW -> comparison < 0;
            case OVER -> comparison > 0;
        };
    }
}
