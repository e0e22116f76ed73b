package org.minimis.regime;

import java.util.List;

/**
 * How a consignment is declared.
 *
 * @param dataset for example {@code H7}
 * @param procedures additional procedure codes in the law's order
 */
public record Lodgement(String dataset, List<String> procedures, CategoryRule category) {

    /** How the WCO category follows. */
    public enum CategoryRule {
        /** Category 1. */
        DOCUMENTS,
        /** Category 3 when something is due at import, else 2. */
        BY_AMOUNT,
        /** Category 4. */
        HIGH_VALUE
    }

    public Lodgement {
        procedures = List.copyOf(procedures);
    }
}
