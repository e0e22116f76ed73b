package org.minimis.regime;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What law is written down: one line a regime, as {@code law check} and the README show it.
 *
 * @param firstDay the first day on which the law is whole
 * @param until the last day on which it is whole; null when it holds until changed
 * @param changes the days after the first on which something changes
 * @param questions how many files
 * @param readings the names of the open questions
 * @param checkedOn the oldest day on which one of its files was last checked
 */
public record LawCoverage(
        Regime regime,
        LocalDate firstDay,
        @org.jspecify.annotations.Nullable LocalDate until,
        List<LocalDate> changes,
        int questions,
        List<String> readings,
        LocalDate checkedOn) {

    public static LawCoverage of(Regime regime) {
        var readings = new TreeSet<String>();
        regime.questions()
                .forEach(question -> readings.addAll(question.readings().keySet()));
        return new LawCoverage(
                regime,
                regime.firstDay(),
                until(regime),
                regime.changes().stream()
                        .filter(day -> day.isAfter(regime.firstDay()))
                        .toList(),
                regime.questions().size(),
                List.copyOf(readings),
                regime.questions().stream()
                        .map(Question::checkedOn)
                        .min(LocalDate::compareTo)
                        .orElseThrow());
    }

    private static @org.jspecify.annotations.Nullable LocalDate until(Regime regime) {
        return regime.questions().stream()
                .map(question -> question.timeline().silentFrom())
                .filter(java.util.Objects::nonNull)
                .min(LocalDate::compareTo)
                .map(day -> day.minusDays(1))
                .orElse(null);
    }

    /** The law must answer on the day before, of and after each change, from its first day on. */
    public void check() {
        for (var change : regime.changes()) {
            for (var day : List.of(change.minusDays(1), change, change.plusDays(1))) {
                if (!day.isBefore(firstDay)) {
                    regime.on(day);
                }
            }
        }
    }

    /** The table of the README, in Markdown, line by line. */
    public static List<String> markdown(List<LawCoverage> all) {
        var lines = new ArrayList<String>();
        lines.add("| jurisdiction | from | until | changes since | files | open readings | checked on |");
        lines.add("| --- | --- | --- | --- | --- | --- | --- |");
        for (var each : all) {
            lines.add("| %s (%s) | %s | %s | %d | %d | %d | %s |"
                    .formatted(
                            each.regime.name(),
                            each.regime.id(),
                            each.firstDay,
                            each.until == null ? "open" : each.until.toString(),
                            each.changes.size(),
                            each.questions,
                            each.readings.size(),
                            each.checkedOn));
        }
        return lines;
    }
}
