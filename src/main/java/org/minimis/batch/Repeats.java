package org.minimis.batch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.minimis.ledger.FailPoints;

/**
 * Finds house waybills that stand more than once in a batch, or that another batch has declared; the first, in the batch's
 * order, wins.
 *
 * <p>What is decided for a slice stays decided: a manifest that could be read only in a later run comes after those that were
 * published without it, or else both would be declared.
 */
final class Repeats {

    /** Keys that are held in memory at once; a larger batch is gone through several times. */
    private static final int KEYS_AT_ONCE = 4 << 20;

    private final BatchFolder folder;
    private final @Nullable Claims claims;
    private final int keysAtOnce;

    Repeats(BatchFolder folder) {
        this(folder, null, KEYS_AT_ONCE);
    }

    /** @param claims of other batches */
    Repeats(BatchFolder folder, Claims claims) {
        this(folder, claims, KEYS_AT_ONCE);
    }

    Repeats(BatchFolder folder, @Nullable Claims claims, int keysAtOnce) {
        this.folder = folder;
        this.claims = claims;
        this.keysAtOnce = keysAtOnce;
    }

    /** Decides for all those of {@code slices}, given in the batch's order, that are not decided yet. */
    void decide(List<SliceName> slices) throws IOException {
        var decided = decided();
        var open = slices.stream().filter(slice -> !decided.contains(slice)).toList();
        if (open.isEmpty()) {
            return;
        }
        var order = new ArrayList<SliceName>(decided);
        order.addAll(open);
        var repeats = find(order, open);
        for (var slice : open) {
            repeats.get(slice).write(folder.repeats(slice));
        }
        FailPoints.hit("repeats-written");
        var earlier = claims == null ? null : new EarlierMembers(folder, claims, order);
        new Grouping(folder, earlier).decide(order, open);
        writeDecided(order);
        FailPoints.hit("repeats-decided");
    }

    /** Their manifest has other bytes now. */
    void forget(Set<SliceName> slices) throws IOException {
        var order = decided().stream().filter(slice -> !slices.contains(slice)).toList();
        if (Files.exists(folder.decided())) {
            writeDecided(order);
        }
    }

    private void writeDecided(List<SliceName> order) throws IOException {
        var names = order.stream().map(SliceName::toString).collect(Collectors.joining("\n"));
        WholeFile.replace(folder.decided(), names.getBytes(StandardCharsets.US_ASCII));
    }

    /** The slices that are decided, in the order in which they were. */
    Set<SliceName> decided() throws IOException {
        if (!Files.exists(folder.decided())) {
            return Set.of();
        }
        return Files.readAllLines(folder.decided()).stream()
                .filter(name -> !name.isEmpty())
                .map(SliceName::parse)
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    private Map<SliceName, Taken> find(List<SliceName> order, List<SliceName> open) throws IOException {
        var found = new LinkedHashMap<SliceName, Taken>();
        open.forEach(slice -> found.put(slice, new Taken()));
        var keys = 0L;
        for (var slice : order) {
            keys += KeyFile.count(folder.keys(slice));
        }
        var passes = Math.toIntExact(keys / keysAtOnce + 1);
        for (var pass = 0; pass < passes; pass++) {
            var sorted = hashes(order, pass, passes);
            var twice = twice(sorted);
            var claimed = claims == null ? Map.<Fingerprint, String>of() : claims.of(sorted);
            if (twice.length > 0 || !claimed.isEmpty()) {
                mark(order, twice, claimed, found);
            }
        }
        return found;
    }

    /** Hashes of this pass, sorted. */
    private long[] hashes(List<SliceName> order, int pass, int passes) throws IOException {
        var hashes = LongStream.builder();
        for (var slice : order) {
            KeyFile.read(folder.keys(slice), (houseWaybill, line) -> {
                var hash = Fingerprint.first(houseWaybill);
                if (Math.floorMod(hash, passes) == pass) {
                    hashes.add(hash);
                }
            });
        }
        var sorted = hashes.build().toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    /** Those that occur twice or more, sorted. */
    private static long[] twice(long[] sorted) {
        var twice = LongStream.builder();
        for (var i = 1; i < sorted.length; i++) {
            if (sorted[i] == sorted[i - 1]) {
                twice.add(sorted[i]);
            }
        }
        return twice.build().toArray();
    }

    /** Two house waybills may share a hash: what counts is the number itself. */
    private void mark(
            List<SliceName> order, long[] twice, Map<Fingerprint, String> claimed, Map<SliceName, Taken> found)
            throws IOException {
        var seen = new HashSet<String>();
        for (var slice : order) {
            var mine = found.get(slice);
            // A record that was rejected does not take the number from one that comes mended.
            var decided = mine == null ? Taken.read(folder.repeats(slice)) : mine;
            KeyFile.read(folder.keys(slice), (houseWaybill, line) -> {
                if (mine == null && decided.by(line) != null) {
                    return;
                }
                var isFirst =
                        Arrays.binarySearch(twice, Fingerprint.first(houseWaybill)) < 0 || seen.add(text(houseWaybill));
                var by = isFirst ? claimed.get(Fingerprint.of(houseWaybill)) : Taken.HERE;
                if (mine != null && by != null) {
                    mine.add(line, by);
                }
            });
        }
    }

    private static String text(ByteBuffer bytes) {
        return new String(
                bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining(), StandardCharsets.UTF_8);
    }
}
