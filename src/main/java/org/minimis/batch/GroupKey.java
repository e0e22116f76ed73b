package org.minimis.batch;

/**
 * What consignments share that belong together, in 128 bits of a SHA-256: two groups of a hundred million share them by
 * chance once in 10^22 nights.
 *
 * <p>Person and day, or person and flight, go into it together, so that one person's consignments of two days share nothing.
 * It is no name, but whoever knows a name can make it again: it is kept where names are kept, and purged with them.
 *
 * @param first by which they are sought
 * @param scope a hash of the day or the flight alone, by which batches that cannot share any are passed over
 */
public record GroupKey(long first, long second, long scope) {}
