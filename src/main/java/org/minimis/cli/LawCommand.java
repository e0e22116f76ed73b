package org.minimis.cli;

import picocli.CommandLine.Command;

/** The law that is written down. */
@Command(
        name = "law",
        description = "Is the law whole; the law of a day; what changes; what is open; a guide for sellers.",
        subcommands = {
            LawCheckCommand.class,
            LawShowCommand.class,
            LawDiffCommand.class,
            LawReadingsCommand.class,
            LawGuideCommand.class
        })
final class LawCommand {}
