package org.minimis.manifest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.minimis.finding.Finding;
import org.minimis.finding.Severity;

/** The findings of one record while it is read. */
final class Findings {

    /** A record of ten thousand broken lines says enough with a hundred of them. */
    private static final int KEPT_MAX = 100;

    private static final Comparator<Finding> GRAVEST_FIRST =
            Comparator.comparing(Finding::severity).reversed().thenComparing(Finding::reason);

    private final List<Finding> found = new ArrayList<>();
    private boolean rejected;

    void add(Finding finding) {
        rejected |= finding.severity() == Severity.REJECTED;
        if (found.size() < KEPT_MAX) {
            found.add(finding);
        } else if (finding.severity() == Severity.REJECTED
                && found.get(KEPT_MAX - 1).severity() != Severity.REJECTED) {
            found.set(KEPT_MAX - 1, finding);
        }
    }

    /** Does one of them reject the record? */
    boolean reject() {
        return rejected;
    }

    void clear() {
        found.clear();
        rejected = false;
    }

    /** All of them, gravest first, then in the order of {@code Reason}, then as they were found. */
    List<Finding> sorted() {
        if (found.isEmpty()) {
            return List.of();
        }
        found.sort(GRAVEST_FIRST);
        return List.copyOf(found);
    }
}
