package org.minimis.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.minimis.batch.Progress;
import picocli.CommandLine.Option;

/** Where figures to watch a run by are written. */
final class MetricsOptions {

    @Option(
            names = "--metrics",
            paramLabel = "FILE",
            description = "Writes consignments, outcomes, duty by currency and seconds by step as a text file for"
                    + " Prometheus. Its folder must be there, and outside --out.")
    private @Nullable Path file;

    boolean areWanted() {
        return file != null;
    }

    /**
     * @param who the worker, or empty
     * @param out the folder of the batches, where nothing may be that is not the batches'
     */
    MetricsFile file(Progress to, String who, Path out) {
        if (file == null) {
            throw new IllegalStateException("nobody wants metrics");
        }
        var path = file.toAbsolutePath().normalize();
        if (path.startsWith(out.toAbsolutePath().normalize()) || !Files.isDirectory(path.getParent())) {
            throw new UsageException("--metrics: '%s' is under --out, or its folder is not there; name a file elsewhere"
                    .formatted(file));
        }
        return new MetricsFile(path, to, who);
    }
}
