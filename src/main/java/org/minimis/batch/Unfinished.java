package org.minimis.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a rerun takes up: a batch with its plan, or a clearing that died before it had one. */
public final class Unfinished {

    private final Path out;
    private final Optional<Plan> plan;
    private final Optional<Asked> asked;
    private final boolean complete;

    private Unfinished(Path out, Optional<Plan> plan, Optional<Asked> asked, boolean complete) {
        this.out = out;
        this.plan = plan;
        this.asked = asked;
        this.complete = complete;
    }

    /**
     * The last batch under {@code out} that is not complete.
     *
     * @return nothing where all are
     */
    public static Optional<Unfinished> last(Path out) {
        try {
            var asked = Asked.read(out);
            if (asked.isPresent()) {
                return Optional.of(new Unfinished(out, Optional.empty(), asked, false));
            }
            var open = new ArrayList<BatchFolder>();
            for (var folder : BatchFolder.received(out)) {
                if (!folder.isComplete()) {
                    open.add(folder);
                }
            }
            if (open.isEmpty()) {
                return Optional.empty();
            }
            var last = open.get(open.size() - 1);
            return Optional.of(new Unfinished(out, PlanJson.read(last.plan()), Optional.empty(), false));
        } catch (IOException e) {
            throw unreadable(out, e);
        }
    }

    /**
     * The batch of that number, complete or not.
     *
     * @throws ClearException when it is not there
     */
    public static Unfinished named(Path out, String batch) {
        try {
            var folder = new BatchFolder(out.resolve(BatchFolder.nameOf(batch)));
            var plan = PlanJson.read(folder.plan());
            if (plan.isEmpty()) {
                throw new ClearException(
                        ClearException.USAGE,
                        "%s: there is no batch '%s'; name the folder of the batches with --out".formatted(out, batch));
            }
            return new Unfinished(out, plan, Optional.empty(), folder.isComplete());
        } catch (IOException e) {
            throw unreadable(out, e);
        }
    }

    private static ClearException unreadable(Path out, IOException e) {
        return ClearException.outOfReach(out + ": the batches cannot be listed; check the disk", e);
    }

    /** Its number; nothing where it died before it had one. */
    public Optional<String> batch() {
        return plan.map(Plan::batch);
    }

    /** Are all its manifests published and reconciled? */
    public boolean isComplete() {
        return complete;
    }

    public LocalDate accepted() {
        return plan.map(Plan::accepted).orElseGet(() -> asked.orElseThrow().accepted());
    }

    public Choices choices() {
        return plan.map(Plan::choices).orElseGet(() -> asked.orElseThrow().choices());
    }

    /** What the operator asked to be cleared; nothing where the batch has a plan. */
    public List<Path> paths() {
        return asked.map(Asked::paths).orElse(List.of());
    }

    /** What the batch corrects, if it does. */
    public Optional<Correction> correction() {
        if (asked.isPresent()) {
            return Optional.ofNullable(asked.get().correction());
        }
        try {
            return Correction.read(
                    new BatchFolder(out.resolve(plan.orElseThrow().batch())));
        } catch (IOException e) {
            throw unreadable(out, e);
        }
    }

    /** How its records are read and assessed: orders to cancel otherwise than manifests. */
    public Clearing clearing(Clearing law) {
        return CancelClearing.orElse(law, correction());
    }

    Optional<Plan> plan() {
        return plan;
    }

    @Override
    public String toString() {
        return batch().orElse(out.toString());
    }
}
