package org.minimis.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.minimis.ledger.AssessmentRow;
import org.minimis.ledger.AssessmentTable;
import org.minimis.ledger.Book;
import org.minimis.manifest.GeneratorOptions;
import org.minimis.manifest.ManifestFormat;
import org.minimis.manifest.ManifestGenerator;
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

/** A slice loaded into a new book, in one transaction as the job does it: microseconds a row of an assessed consignment. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4)
@Measurement(iterations = 5)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
public class BookBenchmark {

    static final int ROWS = 40_000;
    private static final int CONSIGNMENTS = 2 * ROWS;

    private final List<AssessmentRow> rows = new ArrayList<>(ROWS);
    private Path folder = Path.of("");
    private Book book;
    private int books;

    @Setup
    public void prepare() throws Exception {
        folder = Files.createTempDirectory("bench");
        var config = ConfigFolder.packed();
        var clearing =
                new LawClearing(config, new LawChoices(Map.of(), "market-unofficial", null), LocalDate.of(2026, 9, 15));
        var manifest = folder.resolve("night.ndjson");
        new ManifestGenerator(config).write(GeneratorOptions.of(CONSIGNMENTS, 1), manifest);
        var slice = new SliceInfo(manifest, "night.ndjson", ManifestFormat.NDJSON, 0, 0, Files.size(manifest), 1);
        var clearer = new RecordClearer(clearing, Corrected.NOTHING);
        try (var reader = clearing.open(slice)) {
            while (rows.size() < ROWS) {
                var row = clearer.clear(new Numbered(rows.size(), null, Together.NOT_LOOKED, reader.next()))
                        .row();
                if (row != null) {
                    rows.add(row);
                }
            }
        }
    }

    @Setup(Level.Iteration)
    public void open() {
        book = Book.open("jdbc:h2:file:" + folder.resolve("book-" + books++));
    }

    @TearDown(Level.Iteration)
    public void close() {
        book.close();
    }

    @TearDown
    public void remove() throws IOException {
        try (var all = Files.walk(folder)) {
            for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public void load() {
        book.write(connection -> {
            try (var table = new AssessmentTable(connection)) {
                for (var row : rows) {
                    table.add(1, row);
                }
                table.flush();
            }
        });
    }
}
