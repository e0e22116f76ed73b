package org.minimis.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.minimis.ledger.FailPoints;
import org.minimis.ledger.PostingTable;
import org.minimis.ledger.PrivateFiles;

/**
 * Takes the manifests of a batch again that are not cleared to their end. One that has failed may come mended, with other
 * bytes: it is then divided and read anew.
 */
final class Retaking {

    private final Run run;
    private final List<Handover> handovers;
    private final Receive receive;

    Retaking(Run run, List<Handover> handovers, Receive receive) {
        this.run = run;
        this.handovers = handovers;
        this.receive = receive;
    }

    Plan retake(Plan plan) throws IOException {
        var byDigest = new HashMap<String, String>();
        var manifests = new ArrayList<Plan.Manifest>();
        for (var manifest : plan.manifests()) {
            var handover = handover(manifest);
            var taken = handover.isEmpty() || Journals.areFinished(run.folder(), manifest)
                    ? manifest
                    : retake(
                            manifest,
                            handover.get(),
                            byDigest.get(handover.get().digest()));
            byDigest.putIfAbsent(taken.digest(), taken.fileName());
            manifests.add(taken);
        }
        return plan.with(manifests);
    }

    private Optional<Handover> handover(Plan.Manifest manifest) {
        return handovers.stream()
                .filter(handover -> handover.found().isAt(manifest.found()))
                .findFirst()
                .or(() -> handovers.stream()
                        .filter(handover -> handover.digest().equals(manifest.digest()))
                        .findFirst());
    }

    private Plan.Manifest retake(Plan.Manifest manifest, Handover handover, @Nullable String sameAs)
            throws IOException {
        if (manifest.failure() == null && handover.failure() != null) {
            run.fail(manifest.ordinal(), handover.failure());
            return manifest;
        }
        if (manifest.failure() == null && handover.digest().equals(manifest.digest())) {
            return manifest.at(handover);
        }
        if (isPosted(manifest)) {
            run.fail(
                    manifest.ordinal(),
                    "%s: it has changed, but what it owes is posted in the book; restore the file, then rerun"
                            .formatted(manifest.fileName()));
            return manifest;
        }
        Load.withdraw(run.book(), manifest);
        forget(manifest);
        FailPoints.hit("forgotten");
        return receive.manifest(handover, manifest.ordinal(), receive.refusal(handover, sameAs))
                .withId(manifest.id());
    }

    private boolean isPosted(Plan.Manifest manifest) {
        return manifest.id() > 0 && run.book().read(book -> new PostingTable(book).has(manifest.id()));
    }

    /** What was found in the old bytes counts no more. The journals go before the plan knows the new ones. */
    private void forget(Plan.Manifest manifest) throws IOException {
        var slices = manifest.slices().stream().map(manifest::name).collect(Collectors.toSet());
        new Repeats(run.folder()).forget(slices);
        for (var slice : slices) {
            Files.deleteIfExists(run.folder().keys(slice));
            Files.deleteIfExists(run.folder().members(slice));
            Files.deleteIfExists(run.folder().together(slice));
            Files.deleteIfExists(run.folder().repeats(slice));
            Files.deleteIfExists(run.folder().journal(slice));
        }
        PrivateFiles.sync(run.folder().work());
        PrivateFiles.sync(run.folder().journals());
    }
}
