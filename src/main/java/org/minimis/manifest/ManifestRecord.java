package org.minimis.manifest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.minimis.consignment.Consignment;
import org.minimis.finding.Finding;
import org.minimis.finding.Source;

/** What a reader made of one record of a manifest: one consignment, or none. */
public sealed interface ManifestRecord {

    /** Where the record starts. */
    Source source();

    /** The offset in the (uncompressed) manifest at which the next record starts. */
    long nextOffset();

    /** What is wrong with it, gravest first. */
    List<Finding> findings();

    /**
     * A consignment.
     *
     * @param findings warnings, and referrals that the manifest itself calls for; none rejects
     */
    record Readable(Consignment consignment, Source source, long nextOffset, List<Finding> findings)
            implements ManifestRecord {

        public Readable {
            findings = List.copyOf(findings);
        }
    }

    /**
     * Not a consignment.
     *
     * @param houseWaybill as written, where one could be made out
     * @param findings one rejecting finding or more
     */
    record Unreadable(@Nullable String houseWaybill, Source source, long nextOffset, List<Finding> findings)
            implements ManifestRecord {

        public Unreadable {
            findings = List.copyOf(findings);
            if (findings.isEmpty()) {
                throw new IllegalArgumentException("a record is not refused without a finding");
            }
        }
    }
}
