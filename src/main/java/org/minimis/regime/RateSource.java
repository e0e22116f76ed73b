package org.minimis.regime;

import java.time.LocalDate;

/**
 * Where the rate of exchange comes from by which a value in another currency is reckoned.
 *
 * @param table the folder under {@code config/exchange-rates}
 * @param day which day's rate the law takes
 */
public record RateSource(String table, RateDay day) {

    /** Which day's rate of exchange a law takes. */
    public enum RateDay {
        ACCEPTANCE("acceptance"),
        /** The day before the tax arises. */
        DAY_BEFORE("day-before"),
        /** The day on which the goods left, or were shipped directly; a manifest does not give it. */
        EXPORT("export");

        private final String word;

        RateDay(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        static RateDay parse(String text) {
            for (var each : values()) {
                if (each.word.equals(text)) {
                    return each;
                }
            }
            throw new IllegalArgumentException(
                    "'%s' is no day of a rate; write acceptance, day-before or export".formatted(text));
        }
    }

    /** The day whose rate is looked up; where the law asks for one that nobody knows, that of the acceptance. */
    public LocalDate lookedUp(LocalDate accepted) {
        return day == RateDay.DAY_BEFORE ? accepted.minusDays(1) : accepted;
    }

    /** Does the law take the rate of a day that a manifest does not give? */
    public boolean isOfUnknownDay() {
        return day == RateDay.EXPORT;
    }

    @Override
    public String toString() {
        return day == RateDay.ACCEPTANCE ? table : "%s of the day %s".formatted(table, day.word());
    }
}
