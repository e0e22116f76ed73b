package org.minimis.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.minimis.settings.ProgramVersion;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: {@code java -jar minimis.jar …}. */
@Command(
        name = "minimis",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        versionProvider = Minimis.Version.class,
        description =
                "Clears low-value express shipments: manifests in; declarations, a ledger and a revenue report out.",
        subcommands = {
            ClearCommand.class,
            RerunCommand.class,
            WorkerCommand.class,
            BrokerCommand.class,
            BatchesCommand.class,
            BookCommand.class,
            FindCommand.class,
            AssessCommand.class,
            ExplainCommand.class,
            CheckCommand.class,
            ReportCommand.class,
            VerifyCommand.class,
            AmendCommand.class,
            CancelCommand.class,
            PurgeCommand.class,
            LawCommand.class,
            RatesCommand.class,
            SplitsCommand.class,
            SimulateCommand.class,
            QuoteCommand.class,
            GenerateCommand.class,
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:internal error",
            "2:usage",
            "3:law or configuration does not answer",
            "4:incomplete, some manifests failed: rerun (check: there are findings)",
            "5:the books do not balance, or a verification differs",
            "6:another run holds the book",
            "7:database or disk out of reach",
            "130:stopped by SIGINT, rerun",
            "143:stopped by SIGTERM, rerun"
        })
public final class Minimis {

    /** The version that the build wrote into the jar. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"minimis " + ProgramVersion.text()};
        }
    }

    public static void main(String[] args) {
        // Moneta tells its precision at every start.
        Logger.getLogger("").setLevel(Level.WARNING);
        Logger.getLogger("org.javamoney").setLevel(Level.WARNING);
        System.exit(commandLine(
                        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                        new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .execute(args));
    }

    /** The command line with its two outputs, for the program and for tests. */
    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return new CommandLine(new Minimis())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Errors::usage)
                .setExecutionExceptionHandler(Errors::execution);
    }
}
