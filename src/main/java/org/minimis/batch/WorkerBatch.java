package org.minimis.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import org.minimis.settings.ProgramVersion;

/**
 * A batch as a worker needs it: its plan and its law, both from the folder that it shares with the manager.
 *
 * @param job execution of the job: another one may have another plan
 */
record WorkerBatch(long job, BatchFolder folder, Plan plan, Clearing clearing) {

    /** @throws ClearException when a worker may not work on it: its program, folder or law is not the manager's */
    static WorkerBatch open(Path out, SliceRequest request) throws IOException {
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
        var wrong = new ArrayList<String>();
        var law = KeptLaw.open(out, plan.get().lawDigest(), plan.get().accepted(), new Differences(wrong::add));
        if (law.isEmpty()) {
            throw refusal("the law under %s is not that of the plan: %s".formatted(out, String.join("; ", wrong)));
        }
        return new WorkerBatch(
                request.job(), folder, plan.get(), CancelClearing.orElse(law.get(), Correction.read(folder)));
    }

    private static ClearException refusal(String message) {
        return new ClearException(ClearException.SETTINGS, message);
    }
}
