package org.minimis.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * House waybills that other batches under the same folder have declared, or, as long as they are not complete, may still
 * declare. A batch that corrects another may name what that one declared, and what was cancelled is free again.
 */
final class Claims {

    private final Path out;
    private final String batch;

    private final Map<Fingerprint, String> shared;

    Claims(Path out, String batch) {
        this(out, batch, Map.of());
    }

    /** @param shared what batches of other processes have claimed in the book */
    Claims(Path out, String batch, Map<Fingerprint, String> shared) {
        this.out = out;
        this.batch = batch;
        this.shared = shared;
    }

    /** @param sorted first halves of fingerprints */
    Map<Fingerprint, String> of(long[] sorted) throws IOException {
        var claims = new HashMap<Fingerprint, String>();
        var related = related();
        shared.forEach((fingerprint, other) -> {
            if (!related.contains(other)) {
                claims.put(fingerprint, other);
            }
        });
        for (var other : others()) {
            var plan = PlanJson.read(other.plan()).orElseThrow();
            if (related.contains(plan.batch())) {
                continue;
            }
            var cancels = Correction.read(other).filter(Correction::cancels).isPresent();
            for (var manifest : plan.manifests()) {
                claims(other, manifest, sorted, fingerprint -> {
                    if (cancels) {
                        claims.remove(fingerprint);
                    } else {
                        claims.putIfAbsent(fingerprint, plan.batch());
                    }
                });
            }
        }
        return claims;
    }

    /** Gives what a manifest of another batch declared or may still declare, as far as it is among {@code sorted}. */
    static void claims(BatchFolder folder, Plan.Manifest manifest, long[] sorted, DeclaredFile.Taker taker)
            throws IOException {
        var declared = folder.declared(manifest.ordinal());
        if (Files.exists(declared)) {
            DeclaredFile.common(declared, sorted, taker);
            return;
        }
        var decided = new Repeats(folder).decided();
        for (var slice : manifest.slices()) {
            var name = manifest.name(slice);
            if (decided.contains(name) && Files.exists(folder.keys(name))) {
                var taken = Taken.read(folder.repeats(name));
                KeyFile.read(folder.keys(name), (houseWaybill, line) -> {
                    var isOurs = Arrays.binarySearch(sorted, Fingerprint.first(houseWaybill)) >= 0;
                    if (isOurs && taken.by(line) == null) {
                        taker.take(Fingerprint.of(houseWaybill));
                    }
                });
            }
        }
    }

    /** The other batches as they were received, so that what was cancelled may have been declared again behind it. */
    List<BatchFolder> others() throws IOException {
        record Received(long id, BatchFolder folder) {}
        var received = new ArrayList<Received>();
        for (var folder : BatchFolder.under(out)) {
            if (!folder.root().getFileName().toString().equals(batch)) {
                var plan = PlanJson.read(folder.plan()).orElseThrow();
                received.add(new Received(plan.firstId(), folder));
            }
        }
        received.sort(Comparator.comparingLong(Received::id)
                .thenComparing(one -> one.folder().root().toString()));
        return received.stream().map(Received::folder).toList();
    }

    /** What this batch corrects, and what else corrects it. */
    private Set<String> related() throws IOException {
        var related = new HashSet<String>();
        var own = Correction.read(new BatchFolder(out.resolve(batch)));
        if (own.isEmpty()) {
            return related;
        }
        related.add(own.get().batch());
        for (var more = true; more; ) {
            more = false;
            for (var folder : BatchFolder.under(out)) {
                var name = folder.root().getFileName().toString();
                var correction = Correction.read(folder);
                if (correction.isPresent()) {
                    var corrected = correction.get().batch();
                    more |= related.contains(corrected) && related.add(name);
                    more |= related.contains(name) && related.add(corrected);
                }
            }
        }
        return related;
    }
}
