package org.minimis.regime;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells the law to a person: the law of a day, and what changes between two days. */
public final class LawText {

    private LawText() {}

    /** The law of one day, question by question, line by line. */
    public static List<String> show(LawOfDay law) {
        var lines = new ArrayList<String>();
        lines.add("%s (%s) on %s".formatted(law.regime().name(), law.regime().id(), law.day()));
        for (var question : law.regime().questions()) {
            if (question.timeline().answers(law.day())) {
                lines.add("");
                lines.add("%s  %s".formatted(question.id(), question.question()));
                lines.add("  since %s, checked on %s%s"
                        .formatted(
                                question.timeline().since(law.day()),
                                question.checkedOn(),
                                question.timeline().silentFrom() == null
                                        ? ""
                                        : ", silent from " + question.timeline().silentFrom()));
                cases(question, law).forEach((sentence, source) -> {
                    lines.add("  - " + sentence);
                    lines.add("      " + source);
                });
            }
        }
        return lines;
    }

    /** What changes from one day to another, question by question, line by line; empty when nothing does. */
    public static List<String> diff(Regime regime, LocalDate from, LocalDate to) {
        var before = regime.on(from);
        var after = regime.on(to);
        var lines = new ArrayList<String>();
        for (var question : regime.questions()) {
            var old = question.timeline().answers(from) ? cases(question, before) : Map.<String, String>of();
            var now = question.timeline().answers(to) ? cases(question, after) : Map.<String, String>of();
            var changes = new ArrayList<String>();
            old.forEach((sentence, source) -> changed("-", sentence, source, now, changes));
            now.forEach((sentence, source) -> changed("+", sentence, source, old, changes));
            if (!changes.isEmpty()) {
                lines.add(question.id() + "  " + question.question());
                lines.addAll(changes);
            }
        }
        return lines;
    }

    private static void changed(
            String sign, String sentence, String source, Map<String, String> other, List<String> lines) {
        if (!other.containsKey(sentence)) {
            lines.add("  " + sign + " " + sentence);
            lines.add("      " + source);
        }
    }

    /** The cases in force by sentence, each with its law. */
    private static Map<String, String> cases(Question<?> question, LawOfDay law) {
        var cases = new java.util.LinkedHashMap<String, String>();
        for (var each : question.timeline().on(law.day())) {
            if (law.regime().readings().allow(each)) {
                cases.put(sentence(each), source(each));
            }
        }
        return cases;
    }

    private static String sentence(Case<?> each) {
        var when = each.conditions().stream().map(Condition::text).collect(Collectors.joining("; "));
        return each.name() + (when.isEmpty() ? "" : " (" + when + ")") + " -> " + each.written();
    }

    private static String source(Case<?> each) {
        var readings = new TreeMap<>(each.readings());
        return each.law()
                + (each.source().isEmpty() ? "" : "; " + each.source())
                + (each.confidence().equals("high") ? "" : "; confidence " + each.confidence())
                + (readings.isEmpty() ? "" : "; reading " + readings);
    }
}
