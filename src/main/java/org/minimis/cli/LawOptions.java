package org.minimis.cli;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.minimis.batch.Choices;
import org.minimis.batch.LawClearing;
import org.minimis.settings.ConfigFolder;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How manifests are read and assessed on a day that follows from what is asked. */
final class LawOptions {

    @Mixin
    private ConfigOptions config = new ConfigOptions();

    @Option(
            names = "--carrier",
            paramLabel = "NAME",
            description =
                    "Reads CSV by this carrier's profile. Default: the profile that matches the file's name, or our own columns.")
    private @Nullable String carrier;

    /** What was chosen beside the manifests. */
    Choices choices() {
        return new Choices(config.config, config.choices(carrier));
    }

    /** Was any law or setting named? */
    boolean isChosen() {
        return carrier != null || config.config != null || config.rates != null || !config.readings.isEmpty();
    }

    /** As a batch was begun. */
    static LawClearing clearing(Choices choices, LocalDate accepted) {
        var folder = choices.config() == null ? ConfigFolder.packed() : ConfigFolder.of(choices.config());
        return new LawClearing(folder, choices.law(), accepted);
    }

    LawClearing clearing(LocalDate accepted) {
        return new LawClearing(config.folder(), config.choices(carrier), accepted);
    }
}
