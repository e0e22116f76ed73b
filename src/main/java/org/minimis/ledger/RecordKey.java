package org.minimis.ledger;

/** The keys of assessments and exceptions: slice, then place in the slice. */
final class RecordKey {

    private static final int PLACE_BITS = 24;
    static final int MANIFEST_BITS = PLACE_BITS + 16;

    private RecordKey() {}

    static long of(long slice, long place) {
        if (place < 0 || place >= 1L << PLACE_BITS) {
            throw new IllegalArgumentException("a slice has at most %d records".formatted(1L << PLACE_BITS));
        }
        return Math.addExact(Math.multiplyExact(slice, 1L << PLACE_BITS), place);
    }

    /** The first key that records of this manifest may have; those of the next manifest begin where they end. */
    static long first(long manifest) {
        return manifest << MANIFEST_BITS;
    }

    static long slice(long key) {
        return key >>> PLACE_BITS;
    }

    static long manifest(long key) {
        return key >>> MANIFEST_BITS;
    }
}
