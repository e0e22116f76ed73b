package org.minimis.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
        return new Contender(
                "b" + chunk,
                "plain Spring Batch job, chunks of %,d".formatted(chunk),
                night,
                folder -> Java.program(
                        org.minimis.bench.plain.PlainJob.class,
                        launcher,
                        night.file().toString(),
                        folder.resolve("declarations.json").toString(),
                        Integer.toString(chunk)),
                Agreement::plainJob);
    }

    static Contender duckDb(Night night, int threads, List<String> launcher) {
        return new Contender(
                "c",
                "DuckDB, the sums alone",
                night,
                folder -> Java.program(
                        DuckDbNight.class,
                        launcher,
                        night.file().toString(),
                        folder.resolve("sums.csv").toString(),
                        Integer.toString(threads)),
                Agreement::duckDb);
    }

    static Contender floor(Night night, int threads, List<String> launcher) {
        return new Contender(
                "d",
                "floor: read, tokens, write 500 bytes",
                night,
                folder -> Java.program(
                        Floor.class, launcher, night.file().toString(), folder.toString(), Integer.toString(threads)),
                null);
    }
}
