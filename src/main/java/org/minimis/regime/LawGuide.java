package org.minimis.regime;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The law of a day for somebody who sends a parcel: what goes simply, what is due, what is excluded, which identifiers to give.
 *
 * <p>Made of the law files alone, so that it says no more and no less than what an assessment does.
 */
public record LawGuide(String title, List<Section> sections) {

    /** One heading. */
    public record Section(String title, List<Entry> entries) {}

    /** One sentence and the law that says so. */
    public record Entry(String text, String law) {}

    /** @param state of destination, one that the regime covers */
    public static LawGuide of(LawOfDay law, String state) {
        var sections = new ArrayList<Section>();
        sections.add(section("What goes simply, and what does not", law.admission()));
        sections.add(section("Customs duty", law.duty()));
        sections.add(section("VAT or another tax on consumption", law.vat()));
        sections.add(section("Rates of that tax in " + state, law.vatRates(state)));
        for (var fee : law.fees()) {
            sections.add(section(fee.subject(), fee));
        }
        sections.add(section("Sums that are not collected", law.waiver()));
        sections.add(section("How it is declared", law.declaration()));
        sections.add(new Section("Which identifiers to give", identifiers(law)));
        var title = "%s (%s), parcels to %s accepted on %s"
                .formatted(law.regime().name(), law.regime().id(), state, law.day());
        return new LawGuide(title, sections);
    }

    private static Section section(String title, LawOfDay.Asked<?> asked) {
        var entries = new ArrayList<Entry>();
        for (var each : asked.cases()) {
            var when = String.join(
                    "; ", each.conditions().stream().map(Condition::text).toList());
            entries.add(new Entry(
                    each.name() + (when.isEmpty() ? "" : " (" + when + ")") + ": " + each.written(), cited(each)));
        }
        return new Section(title, entries);
    }

    private static String cited(Case<?> each) {
        return each.confidence().equals("high") ? each.law() : each.law() + "; confidence " + each.confidence();
    }

    /** What the conditions ask for: a field that must not lack, an identifier whose presence changes what is due. */
    private static List<Entry> identifiers(LawOfDay law) {
        var asked = new TreeSet<String>();
        Stream.of(law.admission(), law.duty(), law.vat(), law.declaration())
                .flatMap(question -> question.cases().stream())
                .flatMap(each -> each.conditions().stream())
                .map(Condition::text)
                .filter(text -> text.startsWith("has ") || text.startsWith("lacks "))
                .forEach(text -> asked.add(text.substring(text.indexOf(' ') + 1)));
        return asked.stream().map(text -> new Entry(text, "")).toList();
    }

    /** Line by line for a terminal. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(title);
        for (var section : sections) {
            lines.add("");
            lines.add(section.title());
            for (var entry : section.entries()) {
                lines.add("  - " + entry.text());
                if (!entry.law().isEmpty()) {
                    lines.add("      " + entry.law());
                }
            }
        }
        return lines;
    }
}
