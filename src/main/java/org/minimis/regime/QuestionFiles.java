package org.minimis.regime;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.minimis.settings.ConfigException;
import org.minimis.settings.ConfigNode;

/** Reads one file of law into a {@link Question}; whatever is not whole stops the program with file and line. */
final class QuestionFiles {

    private static final List<String> FILE_KEYS = List.of(
            "id",
            "question",
            "answers",
            "state",
            "fee",
            "name",
            "readings",
            "values",
            "silent_from",
            "checked_on",
            "source",
            "note");
    private static final List<String> CASE_KEYS =
            List.of("case", "when", "reading", "refer", "law", "source", "confidence", "note");
    private static final List<String> CONFIDENCES = List.of("high", "medium", "low");

    private final Conditions conditions;
    private final Results results;

    QuestionFiles(NamedSets sets) {
        this.conditions = new Conditions(sets);
        this.results = new Results(sets);
    }

    Question<?> read(ConfigNode file) {
        file.entries(FILE_KEYS);
        var answers = file.required("answers").value(Answers::of);
        return question(file, answers, results.reader(answers));
    }

    private <T> Question<T> question(ConfigNode file, Answers answers, Function<ConfigNode, T> reader) {
        var id = file.required("id").text();
        var readings = readings(file);
        var values = new TreeMap<LocalDate, List<Case<T>>>();
        for (var entry : file.required("values").entries().entrySet()) {
            values.put(day(entry.getKey(), entry.getValue()), cases(entry.getValue(), answers, readings, reader));
        }
        if (values.isEmpty()) {
            throw file.required("values").complaint("there is no value; add one with its day and its law");
        }
        var silentFrom = file.optional("silent_from").map(ConfigNode::date).orElse(null);
        if (silentFrom != null && !silentFrom.isAfter(values.lastKey())) {
            throw file.required("silent_from").complaint("it is not after the last value; correct it");
        }
        return new Question<>(
                id,
                file.required("question").text(),
                answers,
                subject(file, answers),
                readings,
                new Timeline<>(id, values, silentFrom),
                file.required("checked_on").date(),
                file.where());
    }

    private static String subject(ConfigNode file, Answers answers) {
        return switch (answers) {
            case VAT_RATE -> file.required("state").text();
            case FEE, SURCHARGE -> file.required("name").text();
            default -> "";
        };
    }

    private static LocalDate day(String key, ConfigNode value) {
        try {
            return LocalDate.parse(key);
        } catch (java.time.format.DateTimeParseException e) {
            throw value.complaint("'%s' is not a day; write year-month-day".formatted(key));
        }
    }

    private static Map<String, Reading> readings(ConfigNode file) {
        var readings = new HashMap<String, Reading>();
        var entries = file.optional("readings").map(ConfigNode::entries).orElse(Map.of());
        for (var entry : entries.entrySet()) {
            var node = entry.getValue();
            node.entries(List.of("default", "alternatives", "note"));
            var alternatives = node.required("alternatives").elements().stream()
                    .map(ConfigNode::text)
                    .toList();
            readings.put(
                    entry.getKey(),
                    node.required("default")
                            .value(standard -> new Reading(
                                    entry.getKey(),
                                    standard,
                                    alternatives,
                                    node.required("note").text())));
        }
        return readings;
    }

    private <T> List<Case<T>> cases(
            ConfigNode value, Answers answers, Map<String, Reading> readings, Function<ConfigNode, T> reader) {
        var cases = new ArrayList<Case<T>>();
        for (var node : value.elementsOrOne()) {
            cases.add(oneCase(node, answers, readings, reader));
        }
        return List.copyOf(cases);
    }

    private <T> Case<T> oneCase(
            ConfigNode node, Answers answers, Map<String, Reading> readings, Function<ConfigNode, T> reader) {
        var allowed = new ArrayList<>(CASE_KEYS);
        allowed.add(answers.resultKey());
        var keys = node.entries(allowed);
        if (keys.containsKey("refer") == keys.containsKey(answers.resultKey())) {
            throw node.complaint("a case gives either '%s' or 'refer'".formatted(answers.resultKey()));
        }
        var confidence = node.optional("confidence").map(ConfigNode::text).orElse("high");
        if (!CONFIDENCES.contains(confidence)) {
            throw keys.get("confidence")
                    .complaint("'%s' is no confidence; write high, medium or low".formatted(confidence));
        }
        var result = node.optional(answers.resultKey()).map(reader).orElse(null);
        if (result instanceof DutyRule.Flat flat) {
            flat.per().check(readings, keys.get(answers.resultKey()));
        }
        return new Case<>(
                node.required("case").text(),
                node.optional("when")
                        .map(when -> conditions.read(when, answers))
                        .orElse(List.of()),
                node.optional("when")
                        .flatMap(when -> when.optional("together_with"))
                        .map(together -> together.value(Aggregation::of))
                        .orElse(null),
                chosen(node, readings),
                result,
                node.optional("refer").map(Results::referral).orElse(null),
                written(node, answers),
                node.required("law").text(),
                node.optional("source").map(ConfigNode::text).orElse(""),
                confidence,
                node.where());
    }

    private static String written(ConfigNode node, Answers answers) {
        return node.optional("refer")
                .map(refer -> "refer: " + refer.written())
                .or(() ->
                        node.optional(answers.resultKey()).map(result -> answers.resultKey() + ": " + result.written()))
                .orElseThrow();
    }

    private static Map<String, String> chosen(ConfigNode node, Map<String, Reading> readings) {
        var chosen = new HashMap<String, String>();
        var entries = node.optional("reading").map(ConfigNode::entries).orElse(Map.of());
        for (var entry : entries.entrySet()) {
            var reading = readings.get(entry.getKey());
            var alternative = entry.getValue().text();
            if (reading == null) {
                throw entry.getValue()
                        .complaint(
                                "the file declares no reading '%s'; add it under 'readings'".formatted(entry.getKey()));
            }
            if (!reading.alternatives().contains(alternative)) {
                throw entry.getValue()
                        .complaint(
                                "'%s' is none of the alternatives %s".formatted(alternative, reading.alternatives()));
            }
            chosen.put(entry.getKey(), alternative);
        }
        return chosen;
    }

    /** Refuses a file that is whole but says the same thing as another one. */
    static ConfigException twice(Question<?> first, Question<?> second) {
        return new ConfigException("%s: %s answers what %s answers already; remove one"
                .formatted(second.where(), second.id(), first.where()));
    }
}
