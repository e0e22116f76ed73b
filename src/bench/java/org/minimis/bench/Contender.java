package org.minimis.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A program that is measured.
 *
 * @param key short, for {@code --only}
 * @param name as it stands in the table
 * @param sums reads from its output what it found to be due; null where it does not say
 */
record Contender(
        String key,
        String name,
        Night night,
        Command command,
        @Nullable Sums sums) {

    /** What is typed to run it in an empty folder. */
    @FunctionalInterface
    interface Command {
        List<String> in(Path folder);
    }

    /** Reads what was due from what a run has left in its folder. */
    @FunctionalInterface
    interface Sums {
        Agreement.Found in(Path folder) throws IOException;
    }

    static Contender minimis(String key, String name, Night night, Path jar, int threads, List<String> launcher) {
        return new Contender(
                key, name, night, folder -> night.clear(jar, threads, folder, launcher), Agreement::minimis);
    }

    static Contender plainJob(int chunk, Night night, List<String> launcher) {
        return plainJob("b" + chunk, "chunks of %,d".formatted(chunk), chunk, night, launcher);
    }

    static Contender plainJob(String key, String how, int chunk, Night night, List<String> launcher) {
        return program(
                key,
                "plain Spring Batch job, " + how,
                night,
                folder -> folder.resolve("declarations.json"),
                org.minimis.bench.plain.PlainJob.class,
                chunk,
                launcher,
                Agreement::plainJob);
    }

    static Contender duckDb(Night night, int threads, List<String> launcher) {
        return program(
                "c",
                "DuckDB, the sums alone",
                night,
                folder -> folder.resolve("sums.csv"),
                DuckDbNight.class,
                threads,
                launcher,
                Agreement::duckDb);
    }

    static Contender floor(Night night, int threads, List<String> launcher) {
        return program(
                "d",
                "floor: read, tokens, write 500 bytes",
                night,
                folder -> folder,
                Floor.class,
                threads,
                launcher,
                null);
    }

    /** A program of ours: it takes the manifest, where to write, and a number. */
    private static Contender program(
            String key,
            String name,
            Night night,
            UnaryOperator<Path> output,
            Class<?> main,
            int number,
            List<String> launcher,
            @Nullable Sums sums) {
        Command command = folder -> Java.program(
                main, launcher, night.file().toString(), output.apply(folder).toString(), Integer.toString(number));
        return new Contender(key, name, night, command, sums);
    }
}
