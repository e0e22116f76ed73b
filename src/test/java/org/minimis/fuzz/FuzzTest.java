package org.minimis.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Jazzer gives every reader a million inputs, in a program of its own with 256 MB of heap, and this prints what came of it.
 *
 * <p>{@code mvn -Pfuzz test -Dtest=FuzzTest}, fewer with {@code -Dfuzz=10000}, one reader with {@code -Dfuzz.readers=ndjson}.
 * The fuzzer learns with all its tracing from the first hundredth of the inputs, what comparisons look for too; the others
 * are guided by coverage alone, which is ten times as fast. Inputs that are found go to {@code target/fuzz}; mend the reader
 * and keep them under {@code src/test/resources/fuzz}.
 */
@EnabledIfSystemProperty(named = "fuzz", matches = "\\d+")
class FuzzTest {

    private static final long SEED = 20261123;
    private static final Path FOLDER = Path.of("target/fuzz");
    private static final Pattern SAID =
            Pattern.compile("fuzzed (\\d+) inputs, slowest (\\d+) ms, heap (\\d+) MB of (\\d+) MB");

    /** What came of one reader. The heap is what it holds at its end, of what it may. */
    private record Result(
            String reader, long inputs, long seconds, long slowest, long heap, long heapMax, boolean isClean) {

        @Override
        public String toString() {
            return "%-16s %9d inputs %5d s  slowest %4d ms  heap %3d of %d MB  %s"
                    .formatted(
                            reader,
                            inputs,
                            seconds,
                            slowest,
                            heap,
                            heapMax,
                            isClean ? "nothing found" : "FOUND: see its log");
        }
    }

    @Test
    void aMillionInputsFindNothing() throws Exception {
        var inputs = Long.getLong("fuzz");
        var chosen = System.getProperty("fuzz.readers", "");
        var readers = chosen.isEmpty() ? FuzzedReaders.ALL.keySet() : Arrays.asList(chosen.split(","));
        var table = new ArrayList<Result>();
        for (var reader : readers) {
            var learning = inputs / 100;
            var learnt = run(reader, learning, "all", SEED);
            var result = learnt.isClean ? plus(learnt, run(reader, inputs - learning, "cov", SEED + 1)) : learnt;
            table.add(result);
            System.out.println(result);
        }
        Files.write(
                FOLDER.resolve("table.txt"),
                table.stream().map(Result::toString).toList());

        assertThat(table).allMatch(Result::isClean).allMatch(result -> result.inputs >= inputs);
    }

    private static Result plus(Result first, Result second) {
        return new Result(
                first.reader,
                first.inputs + second.inputs,
                first.seconds + second.seconds,
                Math.max(first.slowest, second.slowest),
                Math.max(first.heap, second.heap),
                second.heapMax,
                second.isClean);
    }

    private static Result run(String reader, long inputs, String trace, long seed) throws Exception {
        var folder = Files.createDirectories(FOLDER.resolve(reader));
        var corpus = Files.createDirectories(folder.resolve("corpus"));
        var target = FuzzedReaders.of(reader);
        var seeds = target.seeds();
        for (var i = 0; i < seeds.size(); i++) {
            Files.write(corpus.resolve("seed-" + i), seeds.get(i));
        }
        var log = folder.resolve(trace + ".log");
        var begun = System.nanoTime();
        var exit = new ProcessBuilder(command(reader, target, inputs, trace, seed, folder))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        var seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
        return result(reader, exit, seconds, Files.readString(log, StandardCharsets.ISO_8859_1));
    }

    private static Result result(String reader, int exit, long seconds, String log) {
        var said = SAID.matcher(log);
        return said.find()
                ? new Result(
                        reader,
                        Long.parseLong(said.group(1)),
                        seconds,
                        Long.parseLong(said.group(2)),
                        Long.parseLong(said.group(3)),
                        Long.parseLong(said.group(4)),
                        exit == 0)
                : new Result(reader, 0, seconds, 0, 0, 0, false);
    }

    private static List<String> command(
            String reader, FuzzTarget target, long inputs, String trace, long seed, Path folder) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-Dfuzz.reader=" + reader,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + Fuzzing.class.getName(),
                "--instrumentation_includes=" + target.watched(),
                "--instrumentation_excludes=org.minimis.fuzz.**:org.minimis.manifest.TestManifests"));
        if (!trace.equals("all")) {
            command.add("--trace=" + trace);
        }
        command.addAll(List.of(
                "--reproducer_path=" + folder,
                "-artifact_prefix=" + folder + "/",
                "-runs=" + (inputs + 10), // it counts an empty one of its own
                "-seed=" + seed,
                "-max_len=" + target.lengthMax(),
                "-timeout=60",
                "-rss_limit_mb=0",
                folder.resolve("corpus").toString()));
        return command;
    }
}
