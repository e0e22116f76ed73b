package org.minimis.consignment;

/** What kind of person a party is in law. */
public enum PersonType {
    NATURAL,
    LEGAL,
    ASSOCIATION
}
