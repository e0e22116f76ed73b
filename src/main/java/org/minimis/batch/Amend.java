package org.minimis.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.minimis.declaration.Amendment;

/**
 * Corrects consignments of a completed batch by a new one: what the command {@code amend} calls. The law is that of the day on
 * which the corrected batch was accepted.
 */
public final class Amend {

    private final Path out;
    private final String db;

    public Amend(Path out, String db) {
        this.out = out;
        this.db = db;
    }

    /**
     * What is asked of {@link Clear} so that consignments of {@code batch} are corrected.
     *
     * @param request what it would be for a batch of the day that is given
     * @throws ClearException when the batch is not there or not complete, or the reason is no code
     */
    public ClearRequest request(
            String batch, @Nullable String reason, boolean cancels, Function<LocalDate, ClearRequest> request) {
        if (reason != null && !Amendment.isCode(reason)) {
            throw new ClearException(
                    ClearException.USAGE,
                    "--reason: '%s' is no code; write customs' code of one to three letters or digits"
                            .formatted(reason));
        }
        var isCompleted = Batches.list(db).stream()
                .anyMatch(entry -> entry.id().equals(batch) && entry.status().equals("COMPLETED"));
        try {
            var plan = PlanJson.read(new BatchFolder(out.resolve(batch)).plan());
            if (plan.isEmpty() || !isCompleted) {
                throw new ClearException(
                        ClearException.USAGE,
                        "%s: there is no completed batch %s; 'batches' lists them, an incomplete one is rerun"
                                .formatted(out, batch));
            }
            return request.apply(plan.get().accepted()).correcting(new Correction(batch, reason, cancels));
        } catch (IOException e) {
            throw ClearException.outOfReach(out + ": batch " + batch + " cannot be read; check the disk", e);
        }
    }
}
