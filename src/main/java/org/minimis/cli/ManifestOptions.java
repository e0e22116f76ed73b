package org.minimis.cli;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.minimis.batch.Choices;
import org.minimis.batch.LawClearing;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How manifests are read and assessed: shared by all commands that do. */
final class ManifestOptions {

    @Mixin
    private LawOptions law = new LawOptions();

    @Option(
            names = "--accepted",
            paramLabel = "DATE",
            description = "The day whose law and exchange rates apply. Default: today.")
    private @Nullable LocalDate accepted;

    LocalDate accepted() {
        return accepted == null ? Today.date() : accepted;
    }

    Choices choices() {
        return law.choices();
    }

    boolean isLawChosen() {
        return law.isChosen();
    }

    LawClearing clearing() {
        return clearing(accepted());
    }

    /** On another day than the one that was asked for: the one of a batch in the book. */
    LawClearing clearing(LocalDate accepted) {
        return law.clearing(accepted);
    }
}
