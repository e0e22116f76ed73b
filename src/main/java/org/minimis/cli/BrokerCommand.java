package org.minimis.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.minimis.batch.EmbeddedBroker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A broker of its own for trials and tests. */
@Command(
        name = "broker",
        hidden = true,
        description =
                "Runs a broker that keeps its messages in memory, for a trial; in production use ActiveMQ Artemis.")
final class BrokerCommand implements Callable<Integer> {

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "61616", description = "On this host only.")
    private int port;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        var broker = EmbeddedBroker.start("tcp://localhost:" + port);
        spec.commandLine().getErr().println("the broker listens on port " + port);
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
        new CountDownLatch(1).await();
        return ExitCode.DONE;
    }
}
