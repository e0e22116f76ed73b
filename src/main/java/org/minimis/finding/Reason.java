package org.minimis.finding;

/**
 * Why a record is not simply assessed, in order of precedence: of two at once the earlier one is counted.
 *
 * <p>The order is part of the interface: reports and {@code rejected.ndjson} name the first one.
 */
public enum Reason {
    /** The bytes are no record at all: broken JSON, a torn row, text that is not UTF-8. */
    UNREADABLE_RECORD,
    /** A key or a column that the format does not know. */
    UNKNOWN_FIELD,
    /** A value that the format demands is missing. */
    MISSING_FIELD,
    /** A value has the wrong form, is too long or out of bounds. */
    INVALID_FIELD,
    /** Rows of one house waybill contradict each other, or one value another. */
    CONTRADICTION,
    /** The house waybill stands in this batch already. */
    REPEATED_HOUSE_WAYBILL,
    /** The house waybill was declared by an earlier batch. */
    ALREADY_DECLARED,
    /** No regime covers the destination. */
    NO_REGIME,
    /** The description says nothing about the goods. */
    VAGUE_DESCRIPTION,
    /** Goods under a prohibition, restriction or licence. */
    RESTRICTED_GOODS,
    /** Goods that the relief or the simplified declaration excludes, such as excise goods. */
    EXCLUDED_GOODS,
    /** A place with rules of its own. */
    SPECIAL_TERRITORY,
    /** Returned goods need a claim and its evidence. */
    RETURNED_GOODS,
    /** Over the ceiling of the simplified declaration. */
    OVER_CEILING,
    /** Customs publishes no exchange rate for that currency and day. */
    MISSING_EXCHANGE_RATE,
    /** The tax identifier cannot be used. */
    INVALID_TAX_IDENTIFIER,
    /** An identifier of the product or a party that the law demands is missing. */
    MISSING_IDENTIFIER,
    /** The commodity code has too few digits or no digits, where the law needs them. */
    MISSING_COMMODITY_CODE,
    /** The tariff knows several or specific rates under that subheading. */
    NO_SINGLE_TARIFF_RATE,
    /** The law leaves it open, or we chose not to decide it. */
    LAW_DOES_NOT_DECIDE,
    /** The consignment looks split so as to stay under a threshold. */
    POSSIBLE_SPLIT,
    /** An identifier whose form is right but whose country or check digit is doubtful. */
    DOUBTFUL_IDENTIFIER,
    /** A figure that does not fit the others, without consequence for duty or VAT. */
    DOUBTFUL_VALUE,
    /** The law takes consignments together to compare them with a limit; the finding names those taken with this one. */
    TAKEN_TOGETHER,
    /** The law takes consignments together to compare them with a limit; this one was compared alone. */
    COMPARED_ALONE
}
