package org.minimis.report;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/** A way to add up the lines of the report. */
public enum Grouping {
    CURRENCY(List.of(), key -> List.of()),
    DAY(List.of("accepted"), key -> List.of(key.accepted().toString())),
    REGIME(List.of("regime"), key -> List.of(key.regime())),
    STATE(List.of("regime", "state"), key -> List.of(key.regime(), key.state())),
    OFFICE(List.of("regime", "state", "office"), key -> List.of(key.regime(), key.state(), key.office())),
    DATASET(List.of("regime", "dataset"), key -> List.of(key.regime(), key.dataset())),
    VAT_SCHEME(List.of("regime", "vatScheme"), key -> List.of(key.regime(), key.vatScheme()));

    private static final Comparator<List<String>> ORDER = Comparator.comparing(parts -> String.join("\0", parts));

    private final List<String> names;
    private final Function<RevenueLine.Key, List<String>> parts;

    Grouping(List<String> names, Function<RevenueLine.Key, List<String>> parts) {
        this.names = names;
        this.parts = parts;
    }

    /** The names of what the lines of a sum have in common, as the files write them. */
    public List<String> names() {
        return names;
    }

    /** The sums, one for each group and currency, in the order of their parts and then of the currency. */
    public List<Sum> sums(List<RevenueLine> lines) {
        var sums = new TreeMap<List<String>, TreeMap<String, Figures>>(ORDER);
        for (var line : lines) {
            sums.computeIfAbsent(parts.apply(line.key()), group -> new TreeMap<>())
                    .merge(line.key().currency(), line.figures(), Figures::plus);
        }
        return sums.entrySet().stream()
                .flatMap(group -> group.getValue().values().stream().map(figures -> new Sum(group.getKey(), figures)))
                .toList();
    }

    /**
     * Lines added up.
     *
     * @param parts what they have in common, one for each of {@link Grouping#names()}
     */
    public record Sum(List<String> parts, Figures figures) {}
}
