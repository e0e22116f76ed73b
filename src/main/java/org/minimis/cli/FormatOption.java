package org.minimis.cli;

import picocli.CommandLine.Option;

/** As what a command prints its data: shared by all that print a table or JSON. */
final class FormatOption {

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    TextOrJson chosen = TextOrJson.TEXT;

    boolean isJson() {
        return chosen == TextOrJson.JSON;
    }
}
