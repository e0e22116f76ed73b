package org.minimis.batch;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.minimis.manifest.ManifestRecord;

/** Remembers the house waybills of a batch's records, to see that each was declared once and that a repeat repeats something. */
final class Screened {

    private final LongStream.Builder first = LongStream.builder();
    private final LongStream.Builder readable = LongStream.builder();
    private final TreeMap<String, Long> repeats = new TreeMap<>();

    /** @param isRepeat was it rejected because its house waybill stands elsewhere in the batch? */
    void record(ManifestRecord read, boolean isRepeat) {
        var houseWaybill = Clearing.houseWaybill(read);
        if (houseWaybill == null) {
            return;
        }
        if (isRepeat) {
            repeats.put(houseWaybill, hash(houseWaybill));
            return;
        }
        first.add(hash(houseWaybill));
        if (read instanceof ManifestRecord.Readable) {
            readable.add(hash(houseWaybill));
        }
    }

    /** The first eight bytes of a digest: two house waybills do not share them by chance. */
    private static long hash(String houseWaybill) {
        var digest = WholeFile.sha256().digest(houseWaybill.getBytes(StandardCharsets.UTF_8));
        return java.nio.ByteBuffer.wrap(digest).getLong();
    }

    void check(String batch, Differences differences) {
        var accepted = readable.build().sorted().toArray();
        for (var i = 1; i < accepted.length; i++) {
            if (accepted[i] == accepted[i - 1]) {
                differences.add(batch, "a house waybill stands in it twice and neither record was rejected for it");
            }
        }
        var all = first.build().sorted().toArray();
        repeats.forEach((houseWaybill, hash) -> {
            if (Arrays.binarySearch(all, hash) < 0) {
                differences.add(
                        batch,
                        "house waybill %s was rejected as repeated, but stands in it once".formatted(houseWaybill));
            }
        });
    }
}
