package org.minimis.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One call of the command line inside the test's own process. */
public record Session(int exitCode, String out, String err) {

    public static Session run(String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        var exitCode = Minimis.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(args);
        return new Session(exitCode, out.toString(), err.toString());
    }

    /** The names of the commands. */
    static Set<String> commands() {
        var nowhere = new PrintWriter(new StringWriter());
        return Minimis.commandLine(nowhere, nowhere).getSubcommands().keySet();
    }

    /** {@code clear} with its book and batches under {@code folder}. */
    public static Session clear(Path folder, List<String> args) {
        var all =
                new ArrayList<>(List.of("clear", "--out", folder.resolve("out").toString(), "--db", db(folder)));
        all.addAll(args);
        return run(all.toArray(String[]::new));
    }

    /** The address of the book under {@code folder}. */
    public static String db(Path folder) {
        return "jdbc:h2:file:" + folder.resolve("data/minimis").toAbsolutePath();
    }
}
