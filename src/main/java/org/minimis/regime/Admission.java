package org.minimis.regime;

/** As what a consignment is admitted to a simplified declaration. */
public enum Admission {
    LOW_VALUE,
    DOCUMENTS
}
