package org.minimis.batch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Finds house waybills that stand more than once in a batch; the first, in the batch's order, wins.
 *
 * <p>What is decided for a slice stays decided: a manifest that could be read only in a later run comes after those that were
 * published without it, or else both would be declared.
 */
final class Repeats {

    /** Keys that are held in memory at once; a larger batch is gone through several times. */
    private static final int KEYS_AT_ONCE = 4 << 20;

    private final BatchFolder folder;
    private final int keysAtOnce;

    Repeats(BatchFolder folder) {
        this(folder, KEYS_AT_ONCE);
    }

    Repeats(BatchFolder folder, int keysAtOnce) {
        this.folder = folder;
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
            write(slice, repeats.get(slice));
        }
        var names = order.stream().map(SliceName::toString).collect(Collectors.joining("\n"));
        WholeFile.replace(folder.decided(), names.getBytes(StandardCharsets.US_ASCII));
    }

    private Set<SliceName> decided() throws IOException {
        if (!Files.exists(folder.decided())) {
            return Set.of();
        }
        return Files.readAllLines(folder.decided()).stream()
                .map(SliceName::parse)
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    private Map<SliceName, LongStream.Builder> find(List<SliceName> order, List<SliceName> open) throws IOException {
        var repeats = new LinkedHashMap<SliceName, LongStream.Builder>();
        open.forEach(slice -> repeats.put(slice, LongStream.builder()));
        var keys = 0L;
        for (var slice : order) {
            keys += KeyFile.count(folder.keys(slice));
        }
        var passes = Math.toIntExact(keys / keysAtOnce + 1);
        for (var pass = 0; pass < passes; pass++) {
            var twice = twice(order, pass, passes);
            if (twice.length > 0) {
                mark(order, twice, repeats);
            }
        }
        return repeats;
    }

    /** Hashes of this pass that occur twice or more, sorted. */
    private long[] twice(List<SliceName> order, int pass, int passes) throws IOException {
        var hashes = LongStream.builder();
        for (var slice : order) {
            KeyFile.read(folder.keys(slice), (houseWaybill, line) -> {
                var hash = hash(houseWaybill);
                if (Math.floorMod(hash, passes) == pass) {
                    hashes.add(hash);
                }
            });
        }
        var sorted = hashes.build().toArray();
        Arrays.sort(sorted);
        var twice = LongStream.builder();
        for (var i = 1; i < sorted.length; i++) {
            if (sorted[i] == sorted[i - 1]) {
                twice.add(sorted[i]);
            }
        }
        return twice.build().toArray();
    }

    /** Two house waybills may share a hash: what counts is the number itself. */
    private void mark(List<SliceName> order, long[] twice, Map<SliceName, LongStream.Builder> repeats)
            throws IOException {
        var seen = new HashSet<String>();
        for (var slice : order) {
            var mine = repeats.get(slice);
            KeyFile.read(folder.keys(slice), (houseWaybill, line) -> {
                if (Arrays.binarySearch(twice, hash(houseWaybill)) >= 0
                        && !seen.add(text(houseWaybill))
                        && mine != null) {
                    mine.add(line);
                }
            });
        }
    }

    private static String text(ByteBuffer bytes) {
        return new String(
                bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining(), StandardCharsets.UTF_8);
    }

    /** FNV-1a over the bytes, then mixed so that every bit counts in the remainder. */
    private static long hash(ByteBuffer bytes) {
        var hash = 0xcbf29ce484222325L;
        for (var i = bytes.position(); i < bytes.limit(); i++) {
            hash = (hash ^ bytes.get(i)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        return hash ^ hash >>> 33;
    }

    private void write(SliceName slice, LongStream.Builder lines) throws IOException {
        var sorted = lines.build().sorted().toArray();
        var bytes = new Bytes();
        bytes.number(sorted.length);
        for (var line : sorted) {
            bytes.number(line);
        }
        WholeFile.replace(folder.repeats(slice), bytes.toArray());
    }

    /** The lines of a slice on which records start whose house waybill stands earlier in the batch, sorted. */
    static long[] read(Path file) throws IOException {
        var source = new ByteSource(ByteBuffer.wrap(Files.readAllBytes(file)));
        var lines = new long[source.count()];
        for (var i = 0; i < lines.length; i++) {
            lines[i] = source.number();
        }
        return lines;
    }
}
