package org.minimis.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What was cleared and what is owed for it, as a customs office audits it.
 *
 * <p>It holds no time of day, host, path, batch or digest of a file: the same consignments give the same report, however
 * often, in which format and on which machine they were cleared.
 *
 * @param acceptedFrom first day that was asked for or, where none was, first day found; null where there is none
 * @param acceptedTo last day, likewise
 * @param regime the only one that was asked for; null for all
 * @param lawDigests SHA-256 of the law that was applied, usually one, sorted
 * @param manifests by day and number
 * @param lines assessed consignments, in the order of their keys
 * @param corrections what later batches took back of lines, here or in an earlier report, when they corrected them: figures
 *     as they were, in the order of their keys; all sums are without them
 * @param fees the named charges inside the lines, without what was taken back, by account and name
 * @param exceptions referred and rejected records, in the order of their keys
 */
public record RevenueReport(
        @Nullable LocalDate acceptedFrom,
        @Nullable LocalDate acceptedTo,
        @Nullable String regime,
        List<String> lawDigests,
        List<ManifestLine> manifests,
        List<RevenueLine> lines,
        List<RevenueLine> corrections,
        List<FeeLine> fees,
        List<ExceptionLine> exceptions) {

    /** The version of the form of the files, raised when a reader of them would notice. */
    static final String SCHEMA = "minimis revenue report 1";

    public RevenueReport {
        lawDigests = List.copyOf(lawDigests);
        manifests = List.copyOf(manifests);
        lines = List.copyOf(lines);
        corrections = List.copyOf(corrections);
        fees = List.copyOf(fees);
        exceptions = List.copyOf(exceptions);
    }

    /** All records, by how they ended. */
    public Counts counts() {
        return categories().stream().map(CategoryLine::counts).reduce(Counts.NONE, Counts::plus);
    }

    /** The lines, and what was taken back with its signs turned. */
    static List<RevenueLine> net(List<RevenueLine> lines, List<RevenueLine> corrections) {
        var net = new ArrayList<>(lines);
        corrections.forEach(
                line -> net.add(new RevenueLine(line.key(), line.figures().negated())));
        return net;
    }

    /** The sum of all lines in each currency, without what was taken back. */
    public List<Figures> totals() {
        return sums(Grouping.CURRENCY).stream().map(Grouping.Sum::figures).toList();
    }

    public List<Grouping.Sum> sums(Grouping grouping) {
        return grouping.sums(net(lines, corrections));
    }

    /** Categories 1 to 4, each once, then 0 for what has none, if there is such a thing. */
    public List<CategoryLine> categories() {
        var counts = new Counts[5];
        Arrays.fill(counts, Counts.NONE);
        for (var line : lines) {
            var category = line.key().category();
            counts[category] =
                    counts[category].plus(Counts.assessed(line.figures().consignments()));
        }
        for (var line : exceptions) {
            var category = line.key().category() == null ? 0 : line.key().category();
            counts[category] =
                    counts[category].plus(Counts.exceptional(line.key().outcome(), line.records()));
        }
        return IntStream.of(1, 2, 3, 4, 0)
                .filter(category -> category > 0 || counts[0].records() > 0)
                .mapToObj(category -> new CategoryLine(category, counts[category]))
                .toList();
    }
}
