package org.minimis.batch;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minimis.assessment.Holdings;
import org.minimis.manifest.CarrierProfile;
import org.minimis.manifest.DestinationScan;
import org.minimis.manifest.ManifestException;
import org.minimis.manifest.ManifestRecord;
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

    void read(SliceInfo slice, @Nullable CarrierProfile profile, Clearing.Members members) throws IOException {
        if (!areAny()) {
            return;
        }
        try {
            var whole = new Slice(slice.ordinal(), slice.from(), slice.to(), slice.line());
            for (var part : DestinationScan.stretches(
                    slice.file(), slice.fileName(), slice.format(), profile, whole, holdings.countries())) {
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
        } catch (ManifestException e) {
            throw new IOException(e.getMessage(), e);
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
