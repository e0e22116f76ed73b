package org.minimis.batch;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.minimis.assessment.Outcome;
import org.minimis.manifest.ManifestRecord;

/** Notes the house waybills of records that are read one after the other, and rejects a record that repeats one. */
public final class HouseWaybills {

    /** Fingerprints in pairs, hashed by their first half; a second half of zero marks a free place. */
    private long[] seen = new long[1 << 12];

    private int size;

    /** The rejection, where the record's house waybill was read before. */
    public Optional<Outcome> repeated(ManifestRecord read) {
        var houseWaybill = Clearing.houseWaybill(read);
        var isNew = houseWaybill == null || add(houseWaybill);
        return isNew || read instanceof ManifestRecord.Unreadable
                ? Optional.empty()
                : Optional.of(RecordClearer.repeated(houseWaybill));
    }

    /** Notes it, where it was not read before. */
    boolean isNew(String houseWaybill) {
        return add(houseWaybill);
    }

    private boolean add(String houseWaybill) {
        if (4 * size > seen.length) {
            grow();
        }
        var bytes = ByteBuffer.wrap(houseWaybill.getBytes(StandardCharsets.UTF_8));
        var isNew = add(Fingerprint.first(bytes), Fingerprint.second(bytes));
        size += isNew ? 1 : 0;
        return isNew;
    }

    private boolean add(long first, long second) {
        var mask = seen.length - 1;
        var at = (int) (first << 1) & mask;
        while (seen[at + 1] != 0) {
            if (seen[at] == first && seen[at + 1] == second) {
                return false;
            }
            at = at + 2 & mask;
        }
        seen[at] = first;
        seen[at + 1] = second;
        return true;
    }

    private void grow() {
        var old = seen;
        seen = new long[2 * old.length];
        for (var i = 0; i < old.length; i += 2) {
            if (old[i + 1] != 0) {
                add(old[i], old[i + 1]);
            }
        }
    }
}
