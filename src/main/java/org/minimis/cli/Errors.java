package org.minimis.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import org.minimis.batch.ClearException;
import org.minimis.manifest.ManifestException;
import org.minimis.report.UnbalancedBookException;
import org.minimis.settings.ConfigException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** One place where exceptions become a sentence and an exit code; only our own mistakes show a trace. */
final class Errors {

    private Errors() {}

    static int usage(ParameterException e, String[] args) {
        var command = e.getCommandLine();
        command.getErr().println("error: " + e.getMessage());
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(e, command.getErr())) {
            command.getErr().println("see: " + command.getCommandSpec().qualifiedName() + " --help");
        }
        return ExitCode.USAGE;
    }

    static int execution(Exception e, CommandLine command, ParseResult parsed) {
        if (e instanceof ConfigException) {
            return say(command, e.getMessage(), ExitCode.LAW_OR_CONFIGURATION);
        }
        if (e instanceof ClearException clear) {
            return say(command, e.getMessage(), clear.exitCode());
        }
        if (e instanceof UnbalancedBookException) {
            return say(command, e.getMessage(), ExitCode.DIFFERS);
        }
        if (e instanceof UsageException || e instanceof ManifestException) {
            return say(command, e.getMessage(), ExitCode.USAGE);
        }
        if (e instanceof NoSuchFileException) {
            return say(command, e.getMessage() + ": there is no such file; correct the name", ExitCode.USAGE);
        }
        if (e instanceof FileAlreadyExistsException) {
            return say(command, e.getMessage() + ": it exists already; remove it or name another", ExitCode.USAGE);
        }
        if (e instanceof IOException || e instanceof UncheckedIOException) {
            return say(command, e.getMessage() + "; is the disk there and not full?", ExitCode.OUT_OF_REACH);
        }
        command.getErr().println("internal error, please report it:");
        e.printStackTrace(command.getErr());
        return ExitCode.INTERNAL_ERROR;
    }

    private static int say(CommandLine command, String message, int exitCode) {
        command.getErr().println("error: " + message);
        return exitCode;
    }
}
