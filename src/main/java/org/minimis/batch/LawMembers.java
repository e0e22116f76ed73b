package org.minimis.batch;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minimis.assessment.Holdings;
import org.minimis.manifest.CarrierProfile;
import org.minimis.manifest.DestinationProbe;
import org.minimis.manifest.ManifestException;
import org.minimis.manifest.ManifestRecord;
import org.minimis.manifest.Manifests;
import org.minimis.manifest.Slice;

/** Finds the consignments that the law of the accepted day may take together with others; reads in full only near those. */
final class LawMembers {

    private final Holdings holdings;
    private final LocalDate accepted;
    private final Clearing clearing;

    /** @param clearing opens slices */
    LawMembers(Holdings holdings, LocalDate accepted, Clearing clearing) {
        this.holdings = holdings;
        this.accepted = accepted;
        this.clearing = clearing;
    }

    /** May there be any at all? */
    boolean areAny() {
        return !holdings.countries().isEmpty();
    }

    /** Gives the house waybills of a slice, then those of its consignments. */
    void screen(SliceInfo slice, @Nullable CarrierProfile profile, Clearing.Keys keys, Clearing.Members members)
            throws IOException {
        var destinations = new DestinationProbe(holdings.countries());
        var whole = new Slice(slice.ordinal(), slice.from(), slice.to(), slice.line());
        try {
            Manifests.screen(
                    slice.file(), slice.fileName(), slice.format(), profile, whole, keys::record, destinations);
        } catch (ManifestException e) {
            throw new IOException(e.getMessage(), e);
        }
        for (var part : destinations.stretches(whole)) {
            give(
                    new SliceInfo(
                            slice.file(),
                            slice.fileName(),
                            slice.format(),
                            slice.ordinal(),
                            part.start(),
                            part.end(),
                            part.firstLine()),
                    members);
        }
    }

    private void give(SliceInfo part, Clearing.Members members) throws IOException {
        try (var reader = clearing.open(part)) {
            for (var read = reader.next(); read != null; read = reader.next()) {
                var member = member(read);
                if (member.isPresent()) {
                    members.take(member.get());
                }
            }
        }
    }

    /** The record, if it is such a consignment. */
    Optional<Member> member(ManifestRecord read) {
        if (read instanceof ManifestRecord.Readable readable) {
            var consignment = readable.consignment();
            return holdings.of(consignment)
                    .map(holding -> Member.of(read.source().line(), consignment, holding, accepted));
        }
        return Optional.empty();
    }
}
