package org.minimis.cli;

import picocli.CommandLine.Command;

/** Exchange rates of customs. */
@Command(
        name = "rates",
        description = "Exchange rates of customs.",
        subcommands = {RatesImportCommand.class})
final class RatesCommand {}
