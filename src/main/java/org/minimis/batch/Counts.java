package org.minimis.batch;

/** What became of records. Each ends in exactly one of three ways. */
record Counts(long records, long assessed, long referred, long rejected) {

    static final Counts NONE = new Counts(0, 0, 0, 0);

    Counts {
        if (assessed < 0 || referred < 0 || rejected < 0 || records != assessed + referred + rejected) {
            throw new IllegalArgumentException("%d records are not %d assessed, %d referred and %d rejected"
                    .formatted(records, assessed, referred, rejected));
        }
    }

    Counts plus(Counts other) {
        return new Counts(
                records + other.records,
                assessed + other.assessed,
                referred + other.referred,
                rejected + other.rejected);
    }
}
