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
    private ConfigOptions config = new ConfigOptions();

    @Option(
            names = "--accepted",
            paramLabel = "DATE",
            description = "The day whose law and exchange rates apply. Default: today.")
    private @Nullable LocalDate accepted;

    @Option(
            names = "--carrier",
            paramLabel = "NAME",
            description =
                    "Reads CSV by this carrier's profile. Default: the profile that matches the file's name, or our own columns.")
    private @Nullable String carrier;

    LocalDate accepted() {
        return accepted == null ? Today.date() : accepted;
    }

    /** What was chosen beside the manifests. */
    Choices choices() {
        return new Choices(config.config, config.readings, config.rates, carrier);
    }

    /** As a batch was begun. */
    static LawClearing clearing(Choices choices, LocalDate accepted) {
        var options = new ManifestOptions();
        options.config.config = choices.config();
        options.config.readings = choices.readings();
        options.config.rates = choices.rates();
        options.carrier = choices.carrier();
        return options.clearing(accepted);
    }

    LawClearing clearing() {
        return clearing(accepted());
    }

    /** On another day than the one that was asked for: the one of a batch in the book. */
    LawClearing clearing(LocalDate accepted) {
        var regimes = config.regimes();
        return new LawClearing(config.folder(), config.assessor(regimes), carrier, accepted, config.choices());
    }
}
