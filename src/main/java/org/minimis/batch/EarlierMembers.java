package org.minimis.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The consignments of other batches under the same folder that belong together with some of this one. Of a house waybill
 * that was corrected the last consignment counts, and none that was cancelled; what this batch corrects counts no more.
 */
final class EarlierMembers {

    private final BatchFolder folder;
    private final Claims claims;
    private final List<SliceName> order;

    /** @param order the slices of this batch */
    EarlierMembers(BatchFolder folder, Claims claims, List<SliceName> order) {
        this.folder = folder;
        this.claims = claims;
        this.order = order;
    }

    /** Takes one of them. */
    @FunctionalInterface
    interface Taker {
        void take(String batch, GroupKey key, Member member);
    }

    private record Found(String batch, List<GroupKey> keys, Member member) {}

    /** @param sorted the first halves of this batch's keys */
    void find(long[] sorted, Taker taker) throws IOException {
        var scopes = new HashSet<Long>();
        for (var slice : order) {
            scopes.addAll(MemberFile.scopes(folder.members(slice)));
        }
        var found = new HashMap<Fingerprint, Found>();
        for (var other : claims.others()) {
            var plan = PlanJson.read(other.plan()).orElseThrow();
            if (Correction.read(other).isPresent()) {
                for (var manifest : plan.manifests()) {
                    Claims.claims(other, manifest, firsts(found), found::remove);
                }
            }
            for (var slice : slices(other, plan)) {
                find(other, plan.batch(), slice, scopes, sorted, found);
            }
        }
        forgetOwn(found);
        for (var each : found.values()) {
            each.keys().forEach(key -> taker.take(each.batch(), key, each.member()));
        }
    }

    /** Those that are published, or may still be. */
    private static List<SliceName> slices(BatchFolder other, Plan plan) throws IOException {
        var isDone = !Files.exists(other.work());
        var decided = new Repeats(other).decided();
        var slices = new ArrayList<SliceName>();
        for (var manifest : plan.manifests()) {
            for (var slice : manifest.slices()) {
                var name = manifest.name(slice);
                if (manifest.failure() == null && (isDone || decided.contains(name))) {
                    slices.add(name);
                }
            }
        }
        return slices;
    }

    private static void find(
            BatchFolder other,
            String batch,
            SliceName slice,
            Set<Long> scopes,
            long[] sorted,
            Map<Fingerprint, Found> found)
            throws IOException {
        var members = other.members(slice);
        if (MemberFile.scopes(members).stream().noneMatch(scopes::contains)) {
            return;
        }
        var taken = Taken.read(other.repeats(slice));
        MemberFile.read(members, member -> {
            var keys = member.keys().values().stream()
                    .filter(key -> Arrays.binarySearch(sorted, key.first()) >= 0)
                    .toList();
            if (!keys.isEmpty() && taken.by(member.line()) == null) {
                found.put(Fingerprint.of(member.houseWaybill()), new Found(batch, keys, member));
            }
        });
    }

    private static long[] firsts(Map<Fingerprint, Found> found) {
        return found.keySet().stream().mapToLong(Fingerprint::first).sorted().toArray();
    }

    /** What stands in this batch and is not refused for it takes the place of what another declared. */
    private void forgetOwn(Map<Fingerprint, Found> found) throws IOException {
        if (found.isEmpty()) {
            return;
        }
        for (var slice : order) {
            var taken = Taken.read(folder.repeats(slice));
            KeyFile.read(folder.keys(slice), (houseWaybill, line) -> {
                if (taken.by(line) == null) {
                    found.remove(Fingerprint.of(houseWaybill));
                }
            });
        }
    }
}
