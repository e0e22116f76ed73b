package org.minimis.assessment;

/**
 * The category of a consignment in the World Customs Organization's Immediate Release Guidelines; the numbers are those of
 * UN/EDIFACT data element 7085.
 */
public enum Category {
    /** Correspondence and documents. */
    DOCUMENTS(1),
    /** Low value, nothing due at import. */
    LOW_VALUE_FREE(2),
    /** Low value, duty or tax due at import. */
    LOW_VALUE_DUTIABLE(3),
    /** High value or excluded: the standard declaration. */
    HIGH_VALUE(4);

    private final int number;

    Category(int number) {
        this.number = number;
    }

    /** 1 to 4. */
    public int number() {
        return number;
    }
}
