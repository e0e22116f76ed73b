package org.minimis.cli;

import java.time.Duration;
import org.minimis.batch.Broker;
import org.minimis.ledger.BookAddress;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The broker between the manager of a batch and its workers: shared by both. */
final class BrokerOptions {

    static final String EMBEDDED = "embedded";
    private static final String EMBEDDED_AT = "tcp://localhost:61616";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--broker",
            paramLabel = "URL",
            defaultValue = EMBEDDED_AT,
            description = "The broker between manager and workers: tcp://HOST:PORT of ActiveMQ Artemis, with"
                    + " MINIMIS_BROKER_USER and MINIMIS_BROKER_PASSWORD; 'embedded' or 'embedded:PORT': the manager"
                    + " starts one for this host. Default: ${DEFAULT-VALUE}.")
    private String url = EMBEDDED_AT;

    @Option(
            names = "--queue",
            paramLabel = "NAME",
            defaultValue = "minimis",
            description = "The queue on which slices travel: one for each book. Default: ${DEFAULT-VALUE}.")
    private String queue = "minimis";

    @Option(
            names = "--dead-after",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description =
                    "A worker that the broker has not heard of for so long is dead: its slices go to others at once."
                            + " Default: ${DEFAULT-VALUE}.")
    private int deadAfter;

    @Option(
            names = "--broker-gone",
            paramLabel = "SECONDS",
            defaultValue = "600",
            description = "A broker that is out of reach is waited for so long. Default: ${DEFAULT-VALUE}.")
    private int gone;

    boolean isEmbedded() {
        return url.equals(EMBEDDED) || url.startsWith(EMBEDDED + ":");
    }

    Broker broker() {
        try {
            return new Broker(address(), queue, seconds("--dead-after", deadAfter), seconds("--broker-gone", gone));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), "--broker: " + e.getMessage());
        }
    }

    private String address() {
        if (!isEmbedded()) {
            return url;
        }
        return url.equals(EMBEDDED) ? EMBEDDED_AT : "tcp://localhost:" + url.substring(EMBEDDED.length() + 1);
    }

    /** @throws UsageException when it is not at least one */
    static Duration seconds(String option, int seconds) {
        if (seconds < 1) {
            throw new UsageException("%s: '%d' is no time to wait; give 1 second or more".formatted(option, seconds));
        }
        return Duration.ofSeconds(seconds);
    }

    /** @throws UsageException when only one process can use the book */
    static void checkShared(String option, String db) {
        if (!BookAddress.isShared(db)) {
            throw new UsageException(
                    ("%s: this book is a file of H2, which one process has for itself; workers need one in PostgreSQL:"
                                    + " --db jdbc:postgresql://HOST/NAME")
                            .formatted(option));
        }
    }
}
