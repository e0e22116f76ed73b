package org.minimis.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sees whether a batch took together what its manifests say that belongs together. What it took from other batches is believed
 * as it was recorded: they may have been corrected or purged since.
 */
final class CompanyCheck {

    private final BatchFolder folder;
    private final Differences differences;

    CompanyCheck(BatchFolder folder, Differences differences) {
        this.folder = folder;
        this.differences = differences;
    }

    /** Are the consignments of a slice that may be taken together those of the manifest? */
    void members(Clearing clearing, SliceInfo slice, SliceName name, String manifest) throws IOException {
        var file = folder.members(name);
        var found = Files.exists(file) ? Files.readAllBytes(file) : null;
        var again = new MemberFile.Draft();
        clearing.members(slice, again);
        if (!Arrays.equals(found, again.bytes())) {
            differences.add(
                    "%s, slice %d".formatted(manifest, name.slice()),
                    "the consignments that may be taken together are not those of the manifest");
        }
    }

    /** Are they taken together as they belong? Those of a later turn know those of the earlier ones, not the other way. */
    void groups(List<Plan.Manifest> manifests) throws IOException {
        var rounds = new TreeMap<Long, List<SliceName>>();
        for (var manifest : manifests) {
            for (var slice : manifest.slices()) {
                var name = manifest.name(slice);
                if (Files.exists(folder.members(name))) {
                    var round = Companions.read(folder.together(name)).round();
                    rounds.computeIfAbsent(round, first -> new ArrayList<>()).add(name);
                }
            }
        }
        var order = new ArrayList<SliceName>();
        for (var round : rounds.entrySet()) {
            order.addAll(round.getValue());
            compare(round.getKey(), new Grouping(folder, null).drafts(order, round.getValue()));
        }
    }

    private void compare(long round, Map<SliceName, Companions.Draft> drafts) throws IOException {
        for (var draft : drafts.entrySet()) {
            var name = draft.getKey();
            var again = Companions.of(draft.getValue().bytes(round, folder.members(name)));
            for (var line : Companions.read(folder.together(name)).differing(again)) {
                differences.add(
                        "manifest %d, line %d".formatted(name.manifest(), line),
                        "it was taken together with other consignments of its batch than it belongs to");
            }
        }
    }
}
