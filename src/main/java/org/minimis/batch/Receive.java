package org.minimis.batch;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minimis.ledger.BatchTable;
import org.minimis.ledger.Book;
import org.minimis.ledger.FailPoints;
import org.minimis.ledger.ManifestTable;
import org.minimis.settings.ConfigException;

/**
 * Receives the manifests of a batch: divides each into slices, refuses what was cleared before, and writes the plan. A plan
 * that is there already is obeyed.
 */
final class Receive {

    /** What is smaller is not worth a slice of its own. */
    private static final long BALANCED_MIN = 1 << 20;

    private final Run run;
    private final String batch;
    private final List<Handover> handovers;

    Receive(Run run, String batch, List<Handover> handovers) {
        this.run = run;
        this.batch = batch;
        this.handovers = handovers;
    }

    void receive() throws IOException {
        run.folder().create();
        var correction = run.request().correction();
        if (correction != null) {
            correction.write(run.folder());
        }
        var known = PlanJson.read(run.folder().plan());
        var divided = known.isPresent() ? new Retaking(run, handovers, this).retake(known.get()) : plan();
        run.book().registering(() -> register(withIds(divided)));
        for (var handover : handovers) {
            run.handedOver(handover);
        }
        run.progress()
                .total(run.plan().manifests().stream()
                        .mapToLong(Plan.Manifest::bytes)
                        .sum());
    }

    private void register(Plan plan) throws IOException {
        FailPoints.hit("received");
        PlanJson.write(plan, run.folder().plan());
        FailPoints.hit("planned");
        Asked.forget(run.request().out());
        register(run.book(), plan);
        FailPoints.hit("registered");
        run.plan(plan);
    }

    private Plan plan() {
        var byDigest = new HashMap<String, String>();
        var manifests = new ArrayList<Plan.Manifest>();
        for (var handover : handovers) {
            var first = byDigest.putIfAbsent(handover.digest(), handover.fileName());
            manifests.add(manifest(handover, manifests.size() + 1, refusal(handover, first)));
        }
        return new Plan(
                batch,
                run.request().accepted(),
                run.clearing().lawDigest(),
                run.request().choices(),
                manifests);
    }

    @Nullable
    String refusal(Handover handover, @Nullable String sameAs) {
        if (handover.failure() != null) {
            return handover.failure();
        }
        if (sameAs != null) {
            return "%s: it is the same manifest as %s; leave one out".formatted(handover.fileName(), sameAs);
        }
        return run.book()
                .read(book -> new ManifestTable(book).inOtherBatch(handover.digest(), batch))
                .map(other ->
                        "%s: it was already cleared by batch %s; leave it out, or rerun that batch if it is incomplete"
                                .formatted(handover.fileName(), other.batch()))
                .orElse(null);
    }

    /** The manifest divided into slices, or why it cannot be cleared. */
    Plan.Manifest manifest(Handover handover, int ordinal, @Nullable String refusal) {
        if (refusal != null) {
            return failed(handover, ordinal, refusal);
        }
        try {
            var layout = run.clearing()
                    .layout(
                            handover.file(),
                            handover.fileName(),
                            handover.format(),
                            sliceBytes(handover.bytes()),
                            handover.lineFeeds());
            return new Plan.Manifest(
                    ordinal,
                    0,
                    layout.number(),
                    handover.found(),
                    handover.digest(),
                    handover.file(),
                    handover.bytes(),
                    layout.slices(),
                    null);
        } catch (ConfigException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            return failed(handover, ordinal, Failures.reason(handover.fileName(), e));
        }
    }

    /** As asked, or a little less, so that each worker gets as many slices as the others and none waits for the last one. */
    private long sliceBytes(long bytes) {
        var most = run.request().sliceBytes();
        var workers = run.request().threads();
        var rounds = (bytes / most + workers) / workers;
        var balanced = bytes / (rounds * workers) + 1;
        return balanced < BALANCED_MIN ? most : Math.min(most, balanced);
    }

    static Plan.Manifest failed(Handover handover, int ordinal, String reason) {
        return new Plan.Manifest(
                ordinal,
                0,
                "",
                handover.found(),
                handover.digest(),
                handover.file(),
                handover.bytes(),
                List.of(),
                reason);
    }

    /** Gives each sound manifest its key in the book: the one it had, or a new one where the book has lost it. */
    private Plan withIds(Plan plan) {
        return run.book().read(book -> {
            var table = new ManifestTable(book);
            var known = table.of(batch);
            var next = table.nextId();
            for (var manifest : plan.manifests()) {
                next = Math.max(next, manifest.id() + 1);
            }
            var manifests = new ArrayList<Plan.Manifest>();
            for (var manifest : plan.manifests()) {
                if (manifest.failure() != null) {
                    manifests.add(manifest);
                    continue;
                }
                var id = id(manifest, known).or(() -> free(book, manifest));
                manifests.add(manifest.withId(id.isPresent() ? id.get() : next++));
            }
            return plan.with(manifests);
        });
    }

    private static Optional<Long> id(Plan.Manifest manifest, List<ManifestTable.Row> known) {
        return known.stream()
                .filter(row -> row.ordinal() == manifest.ordinal())
                .map(ManifestTable.Row::id)
                .findFirst();
    }

    private static Optional<Long> free(Connection book, Plan.Manifest manifest) {
        try {
            return manifest.id() > 0 && !new ManifestTable(book).has(manifest.id())
                    ? Optional.of(manifest.id())
                    : Optional.empty();
        } catch (SQLException e) {
            throw ClearException.outOfReach("the book cannot be read; check the database", e);
        }
    }

    /** Names the batch and its sound manifests in the book. What is there already stays. */
    static void register(Book to, Plan plan) {
        to.write(book -> {
            var batches = new BatchTable(book);
            if (batches.find(plan.batch()).isEmpty()) {
                batches.add(plan.batch(), plan.accepted(), plan.lawDigest());
            }
            var table = new ManifestTable(book);
            var known = table.of(plan.batch());
            for (var manifest : plan.manifests()) {
                if (manifest.failure() != null) {
                    continue;
                }
                var row = row(plan, manifest);
                if (id(manifest, known).isEmpty()) {
                    table.add(row);
                } else if (!known.contains(row)) {
                    table.replace(row);
                }
            }
        });
    }

    static ManifestTable.Row row(Plan plan, Plan.Manifest manifest) {
        return new ManifestTable.Row(
                manifest.id(),
                plan.batch(),
                manifest.ordinal(),
                manifest.number(),
                Failures.lastName(manifest.fileName()),
                manifest.digest());
    }
}
