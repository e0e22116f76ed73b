package org.minimis.batch;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.minimis.ledger.FailPoints;

/**
 * Finds which consignments of a batch belong together, with each other and with those of batches before it. What another
 * record's house waybill takes away does not count.
 *
 * <p>Where the law of no destination takes anything together there is nothing to read here. Else it holds 8 bytes in memory for
 * each key of a pass, 20 for each consignment of the slices that are decided, and the groups of the pass.
 */
final class Grouping {

    /** Keys that are held in memory at once; a larger batch is gone through several times. */
    private static final int KEYS_AT_ONCE = 1 << 20;

    private final BatchFolder folder;
    private final @Nullable EarlierMembers earlier;
    private final int keysAtOnce;

    /** @param earlier consignments of other batches; null where nobody asks for them */
    Grouping(BatchFolder folder, @Nullable EarlierMembers earlier) {
        this(folder, earlier, KEYS_AT_ONCE);
    }

    Grouping(BatchFolder folder, @Nullable EarlierMembers earlier, int keysAtOnce) {
        this.folder = folder;
        this.earlier = earlier;
        this.keysAtOnce = keysAtOnce;
    }

    /**
     * Decides for the slices {@code open}; what is decided stays as it was.
     *
     * @param order all slices whose consignments count, the open ones among them
     */
    void decide(List<SliceName> order, List<SliceName> open) throws IOException {
        var drafts = drafts(order, open);
        var round = round(order, open) + 1;
        for (var draft : drafts.entrySet()) {
            var slice = draft.getKey();
            WholeFile.replace(folder.together(slice), draft.getValue().bytes(round, folder.members(slice)));
        }
        if (!drafts.isEmpty()) {
            FailPoints.hit("together-written");
        }
    }

    private long round(List<SliceName> order, List<SliceName> open) throws IOException {
        var last = 0L;
        for (var slice : order) {
            if (!open.contains(slice)) {
                last = Math.max(last, Companions.read(folder.together(slice)).round());
            }
        }
        return last;
    }

    /** What is to be written of each open slice that has such consignments. */
    Map<SliceName, Companions.Draft> drafts(List<SliceName> order, List<SliceName> open) throws IOException {
        var drafts = new LinkedHashMap<SliceName, Companions.Draft>();
        for (var slice : open) {
            if (java.nio.file.Files.exists(folder.members(slice))) {
                drafts.put(slice, new Companions.Draft());
            }
        }
        if (drafts.isEmpty()) {
            return drafts;
        }
        var keys = new long[1];
        each(order, (slice, place, member) -> keys[0] += member.keys().size());
        var passes = Math.toIntExact(keys[0] / keysAtOnce + 1);
        for (var pass = 0; pass < passes; pass++) {
            var groups = groups(order, pass, passes);
            for (var draft : drafts.entrySet()) {
                refer(draft.getKey(), draft.getValue(), groups, pass, passes);
            }
        }
        return drafts;
    }

    private Map<GroupKey, Group> groups(List<SliceName> order, int pass, int passes) throws IOException {
        var sought = LongStream.builder();
        each(
                order,
                (slice, place, member) -> member.keys().values().stream()
                        .filter(key -> Math.floorMod(key.first(), passes) == pass)
                        .forEach(key -> sought.add(key.first())));
        var sorted = sought.build().toArray();
        Arrays.sort(sorted);
        var groups = new HashMap<GroupKey, Group>();
        if (earlier != null) {
            earlier.find(
                    sorted,
                    (batch, key, member) -> groups.computeIfAbsent(key, of -> new Group(member.currency()))
                            .add(batch, member));
        }
        var twice = twice(sorted);
        each(order, (slice, place, member) -> {
            for (var key : member.keys().values()) {
                if (Arrays.binarySearch(twice, key.first()) >= 0 || groups.containsKey(key)) {
                    groups.computeIfAbsent(key, of -> new Group(member.currency()))
                            .add("", member);
                }
            }
        });
        return groups;
    }

    /** Those that occur twice or more, sorted. */
    static long[] twice(long[] sorted) {
        var twice = LongStream.builder();
        for (var i = 1; i < sorted.length; i++) {
            if (sorted[i] == sorted[i - 1]) {
                twice.add(sorted[i]);
            }
        }
        return twice.build().toArray();
    }

    private void refer(SliceName slice, Companions.Draft draft, Map<GroupKey, Group> groups, int pass, int passes)
            throws IOException {
        var references = new HashMap<GroupKey, Integer>();
        each(
                List.of(slice),
                (of, place, member) -> member.keys().forEach((unit, key) -> {
                    if (Math.floorMod(key.first(), passes) == pass) {
                        var group = groups.get(key);
                        // Two keys may share their first half: then each is alone.
                        var reference = group == null || group.count() < 2
                                ? Companions.ALONE
                                : references.computeIfAbsent(key, of2 -> draft.add(group));
                        draft.refer(place, unit, reference);
                    }
                }));
    }

    /** Takes one consignment. */
    @FunctionalInterface
    private interface Taker {
        void take(SliceName slice, int place, Member member) throws IOException;
    }

    /** All consignments of those slices that count. */
    private void each(List<SliceName> slices, Taker taker) throws IOException {
        for (var slice : slices) {
            if (java.nio.file.Files.exists(folder.members(slice))) {
                var taken = Taken.read(folder.repeats(slice));
                var place = new int[1];
                MemberFile.read(folder.members(slice), member -> {
                    if (taken.by(member.line()) == null) {
                        taker.take(slice, place[0], member);
                    }
                    place[0]++;
                });
            }
        }
    }
}
