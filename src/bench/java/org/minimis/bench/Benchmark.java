package org.minimis.bench;

import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The benchmark's commands: {@code mvn -Pbench -DskipTests verify -Dbench.args="…"}. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        description = "Measures minimis beside a plain Spring Batch job, DuckDB, and the bare reading and writing.",
        subcommands = {Compare.class, Profile.class})
final class Benchmark {

    private Benchmark() {}

    public static void main(String[] args) {
        Locale.setDefault(Locale.ROOT);
        var line = new CommandLine(new Benchmark());
        System.exit(line.execute(args.length == 0 ? new String[] {"compare"} : args));
    }
}
