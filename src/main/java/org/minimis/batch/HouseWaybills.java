package org.minimis.batch;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.minimis.assessment.Outcome;
import org.minimis.manifest.ManifestRecord;

/** Notes the house waybills of records that are read one after the other, and rejects a record that repeats one. */
public final class HouseWaybills {

    private final Set<String> seen = new HashSet<>();

    /** The rejection, where the record's house waybill was read before. */
    public Optional<Outcome> repeated(ManifestRecord read) {
        var houseWaybill = Clearing.houseWaybill(read);
        var isNew = houseWaybill == null || seen.add(houseWaybill);
        return isNew || read instanceof ManifestRecord.Unreadable
                ? Optional.empty()
                : Optional.of(RecordClearer.repeated(houseWaybill));
    }
}
