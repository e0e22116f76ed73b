package org.minimis.cli;

import org.jspecify.annotations.Nullable;
import org.minimis.batch.Remote;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether a batch is cleared by workers in other processes, and how long they are waited for. */
final class WorkersOptions {

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
