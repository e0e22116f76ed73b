package org.minimis.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Looks after the book, which is an index of the journals under the folder of the batches. */
@Command(
        name = "book",
        description = "Does the database agree with the journals under --out; make it from them.",
        subcommands = {BookCheckCommand.class, BookRebuildCommand.class})
final class BookCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        CommandLine command = spec.commandLine();
        throw new ParameterException(command, "name what to do with the book: check or rebuild");
    }
}
