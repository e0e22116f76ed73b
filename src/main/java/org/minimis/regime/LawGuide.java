package org.minimis.regime;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
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
        sections.add(section("What goes simply, and what does not", law.admission(), law, state));
        sections.add(section("Customs duty", law.duty(), law, state));
        for (var surcharge : there(law.surcharges(), state)) {
            sections.add(section("On top of the duty: " + surcharge.subject(), surcharge, law, state));
        }
        sections.add(section("VAT or another tax on consumption", law.vat(), law, state));
        sections.add(section("Rates of that tax in " + state, law.vatRates(state), law, state));
        for (var fee : there(law.fees(), state)) {
            sections.add(section(fee.subject(), fee, law, state));
        }
        sections.add(section("Sums that are not collected", law.waiver(), law, state));
        sections.add(section("How it is declared", law.declaration(), law, state));
        sections.add(new Section("Which identifiers to give", identifiers(law)));
        sections.add(new Section("Goods that are named above, by the beginnings of their commodity codes", goods(law)));
        var title = "%s (%s), parcels to %s accepted on %s"
                .formatted(law.regime().name(), law.regime().id(), state, law.day());
        return new LawGuide(title, sections);
    }

    private static Section section(String title, LawOfDay.Asked<?> asked, LawOfDay law, String state) {
        var entries = new ArrayList<Entry>();
        for (var each :
                asked.cases().stream().filter(one -> concerns(one, state)).toList()) {
            entries.add(new Entry(GuideWords.sentence(each, law.regime().readings()), cited(each)));
        }
        return new Section(title, entries);
    }

    /** A charge of which only a case is left that charges nothing of all has ended, has not begun, or is another state's. */
    private static <T> List<LawOfDay.Asked<T>> there(List<LawOfDay.Asked<T>> charges, String state) {
        return charges.stream()
                .filter(charge -> charge.cases().stream()
                        .anyMatch(each ->
                                concerns(each, state) && (!each.conditions().isEmpty() || isDue(each))))
                .toList();
    }

    private static boolean isDue(Case<?> each) {
        return each.result() instanceof FeeRule fee
                ? fee.amount() != null || fee.share() != null
                : each.result() instanceof SurchargeRule surcharge && surcharge.rate() != null;
    }

    private static boolean concerns(Case<?> each, String state) {
        return each.conditions().stream()
                .map(Condition::text)
                .filter(text -> text.startsWith("destination "))
                .allMatch(text -> List.of(text.substring(text.indexOf(' ') + 1).split(" or "))
                        .contains(state));
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
                .forEach(text -> asked.add(GuideWords.given(text.substring(text.indexOf(' ') + 1))));
        return asked.stream().map(text -> new Entry(text, "")).toList();
    }

    private static List<Entry> goods(LawOfDay law) {
        var named = new TreeMap<String, GoodsSet>();
        for (var asked : law.all()) {
            for (var each : asked.cases()) {
                each.conditions().forEach(condition -> condition.goods().forEach(set -> named.put(set.name(), set)));
                if (each.result() instanceof DutyRule.OfBuckets buckets) {
                    buckets.rows().stream()
                            .map(Bucket::goods)
                            .filter(Objects::nonNull)
                            .forEach(set -> named.put(set.name(), set));
                }
                if (each.result() instanceof VatRates rates) {
                    rates.reduced().forEach(reduced -> named.put(reduced.goods().name(), reduced.goods()));
                }
            }
        }
        return named.values().stream()
                .map(set -> new Entry(set.name() + ": " + String.join(" ", set.beginnings()), ""))
                .toList();
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
