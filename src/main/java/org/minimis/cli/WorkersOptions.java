package org.minimis.cli;

import org.jspecify.annotations.Nullable;
import org.minimis.batch.Remote;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Who clears a batch: workers of this process, or of others, and how long those are waited for. */
final class WorkersOptions {

    @Option(names = "--threads", paramLabel = "N", description = "Workers. Default: one for each processor.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--workers",
            description =
                    "Has slices cleared by the processes of 'minimis worker'; this one is their manager, publishes and"
                            + " reports. The book must be in PostgreSQL.")
    private boolean workers;

    @Mixin
    private BrokerOptions broker = new BrokerOptions();

    @Option(
            names = "--silent",
            paramLabel = "SECONDS",
            defaultValue = "120",
            description = "With --workers: a slice whose worker has not moved for so long goes to another one; what the"
                    + " first one does later does not count. Longer than screening or loading a slice takes."
                    + " Default: ${DEFAULT-VALUE}.")
    private int silent;

    @Option(
            names = "--untaken",
            paramLabel = "SECONDS",
            defaultValue = "900",
            description = "With --workers: the batch gives up when no worker takes a slice for so long."
                    + " Default: ${DEFAULT-VALUE}.")
    private int untaken;

    /** @throws UsageException when it is no number of workers */
    int threads() {
        if (threads < 1) {
            throw new UsageException("--threads: '%d' is no number of workers; give 1 or more".formatted(threads));
        }
        return threads;
    }

    /** Null where this process clears alone. */
    @Nullable
    Remote remote(String db) {
        if (!workers) {
            return null;
        }
        BrokerOptions.checkShared("--workers", db);
        return new Remote(
                broker.broker(),
                broker.isEmbedded(),
                BrokerOptions.seconds("--silent", silent),
                BrokerOptions.seconds("--untaken", untaken));
    }
}
