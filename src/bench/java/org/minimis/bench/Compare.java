package org.minimis.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures all programs in turn, several times, each in a process of its own, and prints the figures as Markdown. */
@Command(name = "compare", description = "Measures all programs in turn and prints a table (the default command).")
final class Compare implements Callable<Integer> {

    private static final String COMMAND = "mvn -Pbench -DskipTests verify";
    private static final int SMALL = 10;

    /** Of disk for a consignment: its manifest, its journal, its declarations; of the first night there are three manifests. */
    private static final long BYTES_EACH = 6_500;

    private static final long MANIFEST_BYTES_EACH = 1_500;

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Option(names = "--runs", defaultValue = "5", description = "Of each program. Default: ${DEFAULT-VALUE}.")
    private int runs;

    @Option(names = "--threads", defaultValue = "2", description = "Workers. Default: ${DEFAULT-VALUE}.")
    private int threads;

    @Option(
            names = "--only",
            split = ",",
            description =
                    "Some of a (minimis), a1 (one thread), csv, gz, small, large, b100, b100o, b1000, bare, c (DuckDB), d (floor).")
    private @Nullable List<String> only;

    @Option(
            names = "--large",
            defaultValue = "0",
            description = "Also clears so many consignments, ten million for example: 60 GB of disk. Default: none.")
    private long large;

    @Option(names = "--date", description = "The day that stands under the table. Default: today.")
    private @Nullable LocalDate date;

    private final Map<String, Measured> measured = new LinkedHashMap<>();
    private final Map<String, Agreement.Found> found = new LinkedHashMap<>();

    @Override
    public Integer call() throws Exception {
        var start = System.nanoTime();
        Files.createDirectories(options.work());
        var needed = options.count * MANIFEST_BYTES_EACH + Math.max(options.count, large) * BYTES_EACH;
        if (options.work().toFile().getUsableSpace() < needed) {
            throw new IOException("%s: %,d MB of disk are needed; name another folder with --work"
                    .formatted(options.work(), needed >> 20));
        }
        var contenders = contenders();
        contenders.forEach(one -> measured.put(one.key(), new Measured(one)));
        for (var run = 1; run <= runs; run++) {
            System.err.printf("run %d of %d%n", run, runs);
            for (var one : contenders) {
                measure(one);
            }
        }
        var complaints = disagreements();
        var text = table(complaints, (System.nanoTime() - start) / 60_000_000_000L);
        Files.writeString(options.work().resolve("results.md"), text);
        System.out.println(text);
        return complaints.isEmpty() ? 0 : 1;
    }

    private List<Contender> contenders() throws IOException, InterruptedException {
        var launcher = options.launcher();
        var ours = options.launcherOfMinimis();
        var jar = options.jar();
        var all = new ArrayList<Contender>();
        if (wants("a")) {
            all.add(Contender.minimis("a", "minimis clear, NDJSON", night("ndjson"), jar, threads, ours));
        }
        if (wants("b100")) {
            all.add(Contender.plainJob(100, night("ndjson"), launcher));
        }
        if (wants("a1")) {
            all.add(Contender.minimis("a1", "minimis clear, NDJSON, 1 thread", night("ndjson"), jar, 1, ours));
        }
        if (wants("b1000")) {
            all.add(Contender.plainJob(1000, night("ndjson"), launcher));
        }
        if (wants("bare")) {
            all.add(Contender.minimis(
                    "bare", "minimis clear, without java.options", night("ndjson"), jar, threads, launcher));
        }
        if (wants("b100o")) {
            all.add(Contender.plainJob(
                    "b100o", "chunks of 100, with java.options", 100, night("ndjson"), withoutClasses(ours)));
        }
        if (wants("c")) {
            all.add(Contender.duckDb(night("ndjson"), threads, launcher));
        }
        if (wants("d")) {
            all.add(Contender.floor(night("ndjson"), threads, launcher));
        }
        if (wants("csv")) {
            all.add(Contender.minimis("csv", "minimis clear, CSV", night("csv"), jar, threads, ours));
        }
        if (wants("gz")) {
            all.add(Contender.minimis("gz", "minimis clear, NDJSON in gzip", night("ndjson.gz"), jar, threads, ours));
        }
        if (wants("small")) {
            all.add(ofSize("small", options.count / SMALL));
        }
        if (large > 0 && wants("large")) {
            all.add(ofSize("large", large));
        }
        return all;
    }

    /** The archive holds classes of minimis. */
    private static List<String> withoutClasses(List<String> launcher) {
        return launcher.stream()
                .filter(option -> !option.startsWith("-XX:SharedArchiveFile"))
                .toList();
    }

    private boolean wants(String key) {
        return only == null || only.contains(key);
    }

    private Night night(String ending) throws IOException, InterruptedException {
        return Night.of(options.work(), options.jar(), options.count, options.seed, ending);
    }

    private Contender ofSize(String key, long count) throws IOException, InterruptedException {
        var night = Night.of(options.work(), options.jar(), count, options.seed, "ndjson");
        var name = "minimis clear, NDJSON, %,d".formatted(count);
        return Contender.minimis(key, name, night, options.jar(), threads, options.launcherOfMinimis());
    }

    private void measure(Contender contender) throws IOException, InterruptedException {
        var folder = Folders.empty(options.work().resolve("run"));
        Folders.settle();
        var cost = new Child(folder).run(contender.command().in(folder));
        System.err.println(ResultTable.line(contender, cost));
        measured.get(contender.key()).add(cost);
        if (contender.sums() != null && !found.containsKey(contender.key())) {
            found.put(contender.key(), contender.sums().in(folder));
        }
        Folders.remove(folder);
    }

    /** All that cleared the same night must have found the same to be due. */
    private List<String> disagreements() {
        var complaints = new ArrayList<String>();
        Map.Entry<String, Agreement.Found> first = null;
        for (var one : found.entrySet()) {
            if (measured.get(one.getKey()).contender().night().consignments() != options.count) {
                continue;
            }
            if (first == null) {
                first = one;
                continue;
            }
            for (var difference : Agreement.differences(first.getValue(), one.getValue())) {
                complaints.add("%s and %s do not agree: %s".formatted(first.getKey(), one.getKey(), difference));
            }
        }
        return complaints;
    }

    private String table(List<String> complaints, long minutes) throws IOException {
        var table = new ResultTable();
        if (measured.containsKey("a")) {
            var others = Stream.of("b100", "b1000", "c", "d").filter(measured::containsKey);
            table.summary(measured.get("a"), others.map(measured::get).toList());
        }
        table.programs(measured.values());
        ratios(table);
        growth(table);
        complaints.forEach(table::say);
        if (complaints.isEmpty() && found.size() > 1) {
            var sum = found.values().iterator().next().all();
            table.say("All come to the same sums for the %,d consignments that all of them reckon: duty %s, VAT %s."
                    .formatted(sum.consignments(), sum.duty(), sum.vat()));
        }
        if (measured.containsKey("a")) {
            table.say("%s; %s.".formatted(measured.get("a").contender().night().contents(), outcomes()));
        }
        return table.say("Medians of %d runs of each, in turn, %d minutes; heap %s; %s; %s; seed %d; `%s`"
                        .formatted(
                                runs,
                                minutes,
                                options.heap(),
                                Machine.text(),
                                date == null ? LocalDate.now() : date,
                                options.seed,
                                COMMAND))
                .toString();
    }

    private String outcomes() {
        var outcomes = found.get("a").outcomes();
        var all = outcomes.values().stream().mapToLong(Long::longValue).sum();
        return outcomes.entrySet().stream()
                .map(entry -> String.format(Locale.ROOT, "%.1f %% %s", 100.0 * entry.getValue() / all, entry.getKey()))
                .collect(Collectors.joining(", "));
    }

    private void ratios(ResultTable table) {
        var minimis = measured.get("a");
        if (minimis == null) {
            return;
        }
        table.ratiosHead();
        for (var key : List.of("b100", "b100o", "b1000", "c", "d", "a1", "bare", "csv", "gz")) {
            var other = measured.get(key);
            if (other != null) {
                table.ratio(other.contender().name(), minimis, other, Child.Cost::seconds);
                if (key.equals("c")) {
                    table.ratio("DuckDB without its start", minimis, other, Child.Cost::workSeconds);
                }
            }
        }
    }

    private void growth(ResultTable table) {
        if (measured.containsKey("small") || measured.containsKey("large")) {
            table.growthHead();
            for (var key : List.of("small", "a", "large")) {
                if (measured.containsKey(key)) {
                    table.growth(measured.get(key));
                }
            }
        }
    }
}
