package org.minimis.cli;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.minimis.batch.LawClearing;
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

    LawClearing clearing(LocalDate accepted) {
        return new LawClearing(config.folder(), config.choices(carrier), accepted);
    }
}
