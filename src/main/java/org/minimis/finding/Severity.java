package org.minimis.finding;

import java.util.Locale;

/** What a finding does to the record it is found in, gravest last. */
public enum Severity {
    /** Says something; the consignment is assessed all the same. */
    WARNING,
    /** The consignment goes to the standard procedure or to a person. */
    REFERRED,
    /** The record cannot be read as a consignment. */
    REJECTED;

    /** As files and messages write it: {@code warning}, {@code referred}, {@code rejected}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
