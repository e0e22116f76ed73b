package org.minimis.consignment;

/** Between whom the goods move, as the carrier's manifest says. */
public enum ConsignmentType {
    /** A sale of a business to a private person. */
    B2C,
    /** A sale or a movement between businesses. */
    B2B,
    /** From one private person to another, mostly a gift. */
    C2C,
    /** Correspondence and documents without value. */
    DOCUMENTS,
    /** Goods that come back to their seller. */
    RETURN
}
