package org.minimis.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.minimis.settings.ProgramVersion;

/**
 * A batch as a worker needs it: its plan and its law, both from the folder that it shares with the manager.
 *
 * @param job execution of the job: another one may have another plan
 * @param law of the plan
 * @param clearing as the law says; orders to cancel are read otherwise
 */
record WorkerBatch(long job, BatchFolder folder, Plan plan, Clearing law, Clearing clearing) {

    /**
     * @param before that the worker had last: its law is not read again where it is the same
     * @throws ClearException when a worker may not work on it: its program, folder or law is not the manager's
     */
    static WorkerBatch open(Path out, SliceRequest request, @Nullable WorkerBatch before) throws IOException {
        if (!request.program().equals(ProgramVersion.text())) {
            throw refusal("the manager is minimis %s, the worker is minimis %s; start one version everywhere"
                    .formatted(request.program(), ProgramVersion.text()));
        }
        var folder = new BatchFolder(out.resolve(BatchFolder.nameOf(request.batch())));
        var plan = PlanJson.read(folder.plan());
        if (plan.isEmpty()) {
            throw refusal(
                    "%s: batch %s is not there; name the manager's folder with --out".formatted(out, request.batch()));
        }
        var law = before != null && before.isUnderTheLawOf(plan.get()) ? before.law() : law(out, plan.get());
        return new WorkerBatch(
                request.job(), folder, plan.get(), law, CancelClearing.orElse(law, Correction.read(folder)));
    }

    private boolean isUnderTheLawOf(Plan other) {
        return plan.lawDigest().equals(other.lawDigest()) && plan.accepted().equals(other.accepted());
    }

    private static Clearing law(Path out, Plan plan) {
        var wrong = new ArrayList<String>();
        return KeptLaw.open(out, plan.lawDigest(), plan.accepted(), new Differences(wrong::add))
                .orElseThrow(() -> refusal(
                        "the law under %s is not that of the plan: %s".formatted(out, String.join("; ", wrong))));
    }

    private static ClearException refusal(String message) {
        return new ClearException(ClearException.SETTINGS, message);
    }
}
