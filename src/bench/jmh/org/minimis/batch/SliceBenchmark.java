package org.minimis.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.minimis.assessment.Outcome;
import org.minimis.manifest.GeneratorOptions;
import org.minimis.manifest.ManifestFormat;
import org.minimis.manifest.ManifestGenerator;
import org.minimis.manifest.ManifestRecord;
import org.minimis.regime.Together;
import org.minimis.settings.ConfigFolder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.springframework.util.FileSystemUtils;

/**
 * The stations of one consignment on its way through a slice, each by itself: microseconds a consignment, one thread.
 *
 * <p>They call what the steps of the job call, in the chunks in which the job calls it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@OperationsPerInvocation(SliceBenchmark.CONSIGNMENTS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
public class SliceBenchmark {

    /** So many that neither the memories of the program nor those of the processor know them all by heart. */
    static final int CONSIGNMENTS = 20_000;

    private static final int FRAME = 1_000;

    private static final LocalDate ACCEPTED = LocalDate.of(2026, 9, 15);

    private final List<ManifestRecord> records = new ArrayList<>();
    private final List<Outcome.Assessed> assessed = new ArrayList<>();
    private final List<Cleared> cleared = new ArrayList<>();
    private Path folder = Path.of("");
    private LawClearing clearing;
    private SliceInfo slice;
    private SliceJournal journal;
    private int next;

    @Setup
    public void prepare() throws Exception {
        folder = Files.createTempDirectory("bench");
        var config = ConfigFolder.packed();
        clearing = new LawClearing(config, new LawChoices(Map.of(), "market-unofficial", null), ACCEPTED);
        var manifest = folder.resolve("night.ndjson");
        new ManifestGenerator(config).write(GeneratorOptions.of(CONSIGNMENTS, 1), manifest);
        slice = new SliceInfo(manifest, "night.ndjson", ManifestFormat.NDJSON, 0, 0, Files.size(manifest), 1);
        clearOnce();
    }

    private void clearOnce() throws IOException {
        var clearer = new RecordClearer(clearing, Corrected.NOTHING);
        try (var reader = clearing.open(slice)) {
            for (var read = reader.next(); read != null; read = reader.next()) {
                records.add(read);
                if (clearing.assess(read) instanceof Outcome.Assessed one) {
                    assessed.add(one);
                }
                cleared.add(clearer.clear(new Numbered(cleared.size(), null, Together.NOT_LOOKED, read)));
            }
        }
        if (records.size() != CONSIGNMENTS) {
            throw new IllegalStateException(records.size() + " consignments were read");
        }
    }

    /** A new one each time, so that the disk does not fill. */
    @Setup(Level.Iteration)
    public void open() throws IOException {
        journal = SliceJournal.open(folder.resolve("1-0.journal"));
    }

    @TearDown(Level.Iteration)
    public void close() throws IOException {
        journal.close();
        Files.delete(folder.resolve("1-0.journal"));
    }

    @TearDown
    public void remove() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }

    /** The first reading: house waybills alone. */
    @Benchmark
    public void screen(Blackhole hole) throws IOException {
        clearing.screen(slice, (houseWaybill, line) -> hole.consume(houseWaybill));
    }

    /** From bytes to a checked consignment. */
    @Benchmark
    public void read(Blackhole hole) throws IOException {
        try (var reader = clearing.open(slice)) {
            for (var read = reader.next(); read != null; read = reader.next()) {
                hole.consume(read);
            }
        }
    }

    /** From a consignment to what is due. */
    @Benchmark
    public void assess(Blackhole hole) {
        for (var record : records) {
            hole.consume(clearing.assess(record));
        }
    }

    /** The bytes of the declarations; of a night two thirds are declared, the time is spread over all. */
    @Benchmark
    public void declare(Blackhole hole) {
        for (var one : assessed) {
            hole.consume(clearing.pieces(one));
        }
    }

    /** The same with what is kept for the journal: assess and declare are in it. */
    @Benchmark
    public void clear(Blackhole hole) {
        var clearer = new RecordClearer(clearing, Corrected.NOTHING);
        for (var i = 0; i < CONSIGNMENTS; i++) {
            hole.consume(clearer.clear(new Numbered(i, null, Together.NOT_LOOKED, records.get(i))));
        }
    }

    /** A frame, appended to a journal once the one before it is on the disk: the disk is in it. */
    @Benchmark
    @OperationsPerInvocation(FRAME)
    public void frame() throws IOException {
        journal.append(gathered());
    }

    /** A frame, gathered but not written. */
    @Benchmark
    @OperationsPerInvocation(FRAME)
    public Object gather() throws IOException {
        return gathered();
    }

    private Frame gathered() throws IOException {
        var builder = new FrameBuilder(Originals.NONE, 0);
        for (var one : cleared.subList(next, next + FRAME)) {
            builder.add(one);
        }
        next = (next + FRAME) % CONSIGNMENTS;
        return builder.frame();
    }
}
