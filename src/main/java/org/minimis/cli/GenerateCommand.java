package org.minimis.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.minimis.manifest.GeneratorOptions;
import org.minimis.manifest.ManifestGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a synthetic manifest. */
@Command(
        name = "generate",
        description = "Writes a synthetic manifest with a real mix of goods: the same bytes for the same seed.")
final class GenerateCommand implements Callable<Integer> {

    @Option(names = "--count", required = true, paramLabel = "N", description = "How many consignments.")
    private long count;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "S", description = "Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Ends with .ndjson or .csv, also .gz.")
    private Path out;

    @Option(
            names = "--faults",
            defaultValue = "0",
            paramLabel = "PERCENT",
            description = "How many records of a hundred are faulty. Default: ${DEFAULT-VALUE}.")
    private int faults;

    @Option(
            names = "--world",
            description =
                    "Parcels to every jurisdiction that there is law for, by express and by post, on both sides of"
                            + " its limits; else to Europe, by express.")
    private boolean world;

    @Mixin
    private ConfigOptions config = new ConfigOptions();

    @Override
    public Integer call() throws Exception {
        if (count < 0 || faults < 0 || faults > 100) {
            throw new UsageException("--count is 0 or more and --faults is 0 to 100; correct them");
        }
        var options = GeneratorOptions.of(count, seed).withFaults(faults);
        new ManifestGenerator(config.folder()).write(world ? options.ofTheWorld() : options, out);
        return ExitCode.DONE;
    }
}
