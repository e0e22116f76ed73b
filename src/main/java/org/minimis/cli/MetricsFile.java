package org.minimis.cli;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.javamoney.moneta.Money;
import org.minimis.batch.ClearException;
import org.minimis.batch.ClearResult;
import org.minimis.batch.Progress;
import org.minimis.money.Amounts;

/**
 * How much was cleared and how long it took, as a text file that Prometheus reads (its node exporter does, from the folder of
 * its textfile collector). Figures to watch a night by, in binary floating point as Prometheus has them: nothing is reckoned
 * from them, what is due the report says.
 */
final class MetricsFile implements Progress {

    private static final int MILLI = 3;
    private static final long WRITTEN_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Path file;
    private final Progress to;
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private long written = System.nanoTime();

    /**
     * @param to whom everything is said as well
     * @param who the worker, or empty
     */
    MetricsFile(Path file, Progress to, String who) {
        this.file = file;
        this.to = to;
        if (!who.isEmpty()) {
            registry.config().commonTags("worker", who);
        }
    }

    /** A counter that is there from the start says that there was nothing; one that is missing says nothing. */
    private Counter counter(String name, String help, Tags tags) {
        return Counter.builder(name).description(help).tags(tags).register(registry);
    }

    @Override
    public void took(String step, Duration time) {
        to.took(step, time);
        var tags = Tags.of("step", step);
        counter("minimis.step.seconds", "Time that steps took, of a worker its parts of them.", tags)
                .increment(BigDecimal.valueOf(time.toMillis(), MILLI).doubleValue());
        counter("minimis.step.parts", "How often a step was done, of a worker how many slices.", tags)
                .increment();
        writeNowAndThen();
    }

    @Override
    public void finished(long assessed, long referred, long rejected, Map<String, Money> duty) {
        to.finished(assessed, referred, rejected, duty);
        outcome("assessed", assessed);
        outcome("referred", referred);
        outcome("rejected", rejected);
        duty.forEach(this::duty);
        writeNowAndThen();
    }

    private void outcome(String outcome, long consignments) {
        counter("minimis.consignments", "Consignments by what became of them.", Tags.of("outcome", outcome))
                .increment(consignments);
    }

    private void duty(String currency, Money amount) {
        counter("minimis.duty", "Duty that is owed, in units of the currency.", Tags.of("currency", currency))
                .increment(Amounts.number(amount).doubleValue());
    }

    /** A batch has ended, perhaps incomplete. */
    void ended(ClearResult result) {
        for (var manifest : result.manifests()) {
            outcome("assessed", manifest.assessed());
            outcome("referred", manifest.referred());
            outcome("rejected", manifest.rejected());
            var state = manifest.failure().isPresent() ? "failed" : "published";
            counter("minimis.manifests", "Manifests by how they ended.", Tags.of("state", state))
                    .increment();
        }
        result.totals().forEach(total -> duty(total.currency(), total.duty()));
        write();
    }

    private synchronized void writeNowAndThen() {
        if (System.nanoTime() - written > WRITTEN_NANOS) {
            write();
        }
    }

    /** Whole or not at all: its reader may come at any time. */
    synchronized void write() {
        try {
            var part = file.resolveSibling(file.getFileName() + ".part");
            Files.write(part, registry.scrape().getBytes(StandardCharsets.UTF_8));
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            written = System.nanoTime();
        } catch (IOException e) {
            throw new ClearException(
                    ClearException.OUT_OF_REACH,
                    "%s: the metrics cannot be written (%s)".formatted(file, e.getMessage()),
                    e);
        }
    }

    @Override
    public void total(long bytes) {
        to.total(bytes);
    }

    @Override
    public void cleared(long records, long bytes) {
        to.cleared(records, bytes);
    }

    @Override
    public void say(String line) {
        to.say(line);
    }

    @Override
    public void step(String name) {
        to.step(name);
    }
}
