package org.minimis.cli;

import picocli.CommandLine.Command;

/** The law that is written down. */
@Command(
        name = "law",
        description = "Is the law whole; the law of a day; what changes between two days.",
        subcommands = {LawCheckCommand.class, LawShowCommand.class, LawDiffCommand.class, LawReadingsCommand.class, LawGuideCommand.class})
final class LawCommand {}
