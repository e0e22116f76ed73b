package org.minimis.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.minimis.golden.FolderInMemory;
import org.minimis.ledger.Book;
import org.minimis.ledger.PostgresServer;
import org.minimis.manifest.GeneratorOptions;
import org.minimis.manifest.ManifestGenerator;
import org.minimis.settings.ConfigFolder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.springframework.util.FileSystemUtils;

/**
 * The step {@code load} of a night into a new book of either kind, slice after slice, each in its transaction: microseconds a
 * consignment, which is one row each. Both books are in memory that looks like a disk, so that no disk is measured.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 6)
@Measurement(iterations = 9)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
public class LoadBenchmark {

    static final int CONSIGNMENTS = 100_000;

    @Param({"h2", "postgresql"})
    public String database;

    private Path folder = Path.of("");
    private BatchFolder batch;
    private Plan plan;
    private Book book;
    private int books;

    @Setup
    public void prepare() throws Exception {
        folder = FolderInMemory.create("bench");
        var config = ConfigFolder.packed();
        var manifest = folder.resolve("night.ndjson");
        new ManifestGenerator(config).write(GeneratorOptions.of(CONSIGNMENTS, 1).withFaults(2), manifest);
        var accepted = LocalDate.of(2026, 9, 15);
        var result = new Clear(
                        ClearRequest.of(List.of(manifest), accepted, folder.resolve("out"), h2("first"), 2),
                        new LawClearing(config, new LawChoices(Map.of(), "market-unofficial", null), accepted),
                        (connection, id, into) -> {},
                        Progress.NONE)
                .clear();
        batch = new BatchFolder(result.folder());
        plan = PlanJson.read(batch.plan()).orElseThrow();
    }

    private String h2(String name) {
        return "jdbc:h2:file:" + folder.resolve(name);
    }

    @Setup(Level.Iteration)
    public void open() {
        book = Book.open(
                database.equals("h2")
                        ? h2("book-" + books++)
                        : PostgresServer.get().database());
        Receive.register(book, plan);
    }

    @TearDown(Level.Iteration)
    public void close() {
        book.close();
    }

    @TearDown
    public void remove() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }

    @Benchmark
    @OperationsPerInvocation(CONSIGNMENTS)
    public void load() throws IOException {
        for (var manifest : plan.manifests()) {
            for (var slice : manifest.slices()) {
                Load.load(book, batch, manifest, manifest.name(slice));
            }
        }
    }
}
