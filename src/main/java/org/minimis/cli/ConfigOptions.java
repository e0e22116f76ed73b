package org.minimis.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.minimis.batch.LawChoices;
import org.minimis.regime.Regimes;
import org.minimis.settings.ConfigFolder;
import picocli.CommandLine.Option;

/** Which law and which settings: shared by all commands that ask them. */
final class ConfigOptions {

    @Option(
            names = "--config",
            paramLabel = "DIR",
            description = "Folder of law and settings. Default: those packed into the program.")
    @Nullable
    Path config;

    @Option(
            names = "--reading",
            paramLabel = "NAME=ALTERNATIVE",
            description = "Takes another alternative of an open question of law; 'law check' lists them.")
    Map<String, String> readings = new LinkedHashMap<>();

    @Option(
            names = "--rates",
            paramLabel = "TABLE",
            description =
                    "Unofficial table of exchange rates to use where customs published none, for example market-unofficial."
                            + " Each consignment that needs it gets a warning.")
    @Nullable
    String rates;

    private @Nullable ConfigFolder folder;

    ConfigFolder folder() {
        if (folder == null) {
            folder = config == null ? ConfigFolder.packed() : ConfigFolder.of(config);
        }
        return folder;
    }

    /** What was chosen beside the files. */
    LawChoices choices(@Nullable String carrier) {
        return new LawChoices(readings, rates, carrier);
    }

    /** Each read when it is first asked for. */
    Regimes regimes() {
        return Regimes.open(folder(), readings);
    }
}
