package org.minimis.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the book and the batches are: shared by all commands that touch them. */
final class BookOptions {

    @Option(
            names = "--db",
            paramLabel = "URL",
            defaultValue = "jdbc:h2:file:./data/minimis",
            description = "The book, an H2 database. Default: ${DEFAULT-VALUE}.")
    String db = "";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "out",
            description = "Folder of the batches. Default: ${DEFAULT-VALUE}.")
    Path out = Path.of("out");
}
