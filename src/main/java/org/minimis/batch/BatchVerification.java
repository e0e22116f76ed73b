package org.minimis.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** Verifies one batch. */
final class BatchVerification {

    private final BatchFolder folder;
    private final Plan plan;
    private final BatchRecord record;
    private final Connection book;
    private final Differences differences;

    BatchVerification(BatchFolder folder, Plan plan, BatchRecord record, Connection book, Differences differences) {
        this.folder = folder;
        this.plan = plan;
        this.record = record;
        this.book = book;
        this.differences = differences;
    }

    void verify(KeptLaw.Laws laws, ReportWriter report, Function<Path, ManifestFiles> finder)
            throws IOException, SQLException {
        var out = folder.root().toAbsolutePath().getParent();
        var temporary = out.resolve(".verify");
        var manifests = plan.manifests().stream()
                .filter(manifest -> record.published().contains(manifest.digest()) && manifest.failure() == null)
                .toList();
        if (manifests.size() < plan.manifests().size()) {
            differences.add(plan.batch(), "it is incomplete; rerun it, then verify it");
        }
        try (var files = finder.apply(temporary)) {
            var purge = PurgeRecord.read(folder);
            purge.ifPresent(record -> differences.note(
                    plan.batch(),
                    "purged of names and addresses (before %s); amounts are verified".formatted(record.before())));
            var law = laws.open(out, plan.lawDigest(), plan.accepted(), differences);
            if (law.isPresent()) {
                recompute(
                        CancelClearing.orElse(law.get(), Correction.read(folder)), manifests, files, purge.isPresent());
            }
            var books = new BookComparison(folder, book, differences);
            books.compare(plan);
            for (var manifest : manifests) {
                books.compare(plan, manifest);
            }
            var outputs = new OutputComparison(folder, plan, record, purge, book, differences);
            outputs.digests();
            for (var manifest : manifests) {
                if (law.isPresent()) {
                    outputs.declarations(law.get(), manifest);
                }
            }
            outputs.rest(manifests, report, temporary.resolve("report"));
        }
    }

    private void recompute(Clearing law, List<Plan.Manifest> manifests, ManifestFiles files, boolean isPurged)
            throws IOException, SQLException {
        var screened = new Screened();
        var recomputation = new Recomputation(
                folder, isPurged, law, BookCorrected.of(folder, book, law, plan.batch()), screened, differences);
        var whole = manifests.size() == plan.manifests().size();
        for (var manifest : manifests) {
            var file = files.find(manifest);
            if (file.isPresent()) {
                recomputation.compare(manifest, file.get());
            } else if (isPurged) {
                whole = false;
                differences.note(manifest.fileName(), "the manifest is gone; its amounts are not recomputed");
            } else {
                whole = false;
                differences.add(
                        manifest.fileName(),
                        "the manifest is gone or has changed since it was cleared (digest %s); restore it or name its"
                                        .formatted(manifest.digest())
                                + " folder with --manifests");
            }
        }
        if (whole) {
            screened.check(plan.batch(), differences);
            if (!isPurged) {
                new CompanyCheck(folder, differences).groups(manifests);
            }
        }
    }
}
