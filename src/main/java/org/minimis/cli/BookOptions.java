package org.minimis.cli;

import java.nio.file.Path;
import org.minimis.ledger.BookAddress;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where the book and the batches are: shared by all commands that touch them. */
final class BookOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    String db = "";

    @Option(
            names = "--db",
            paramLabel = "URL",
            defaultValue = "jdbc:h2:file:./data/minimis",
            description = "The book: jdbc:h2:file:PATH, or jdbc:postgresql://HOST/NAME with PGUSER and PGPASSWORD or a"
                    + " pgpass file. Default: ${DEFAULT-VALUE}.")
    void db(String url) {
        try {
            BookAddress.check(url);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), "--db: " + e.getMessage());
        }
        db = url;
    }

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "out",
            description = "Folder of the batches. Default: ${DEFAULT-VALUE}.")
    Path out = Path.of("out");
}
