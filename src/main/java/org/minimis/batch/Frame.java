package org.minimis.batch;

import java.util.List;
import java.util.Map;
import org.minimis.ledger.AccountSum;

/**
 * What one chunk of records became: the unit in which a slice's journal grows.
 *
 * @param end the slice is finished; such a frame holds nothing but the counts and sums of all before it
 * @param offset of the manifest up to which records have been read
 * @param line on which the last record started
 * @param sums duty, VAT and fees by account and currency
 * @param pieces declarations by file, each with its length before it
 * @param referred lines of {@code referred.ndjson}, each with its line feed
 * @param rejected lines of {@code rejected.ndjson}
 * @param assessments rows of the book, as {@link Rows} writes them
 * @param exceptions likewise
 * @param reversals the assessments that corrected consignments take back; none in most batches
 * @param originals the rejected records as they came, one behind the other
 * @param head what belongs before them in a manifest of their form
 */
record Frame(
        boolean end,
        long offset,
        long line,
        Counts counts,
        List<AccountSum> sums,
        Map<String, Block> pieces,
        Block referred,
        Block rejected,
        Block assessments,
        Block exceptions,
        Block reversals,
        Block originals,
        Block head) {

    /** The frame that closes a finished slice. */
    static Frame end(long offset, long line, Counts counts, List<AccountSum> sums) {
        return new Frame(
                true,
                offset,
                line,
                counts,
                sums,
                Map.of(),
                Block.EMPTY,
                Block.EMPTY,
                Block.EMPTY,
                Block.EMPTY,
                Block.EMPTY,
                Block.EMPTY,
                Block.EMPTY);
    }

    /** The same without what holds names and addresses: declarations, the lines of exceptions, rejected records. */
    Frame withoutParties() {
        return new Frame(
                end,
                offset,
                line,
                counts,
                sums,
                Map.of(),
                Block.EMPTY,
                Block.EMPTY,
                assessments,
                exceptions,
                reversals,
                Block.EMPTY,
                Block.EMPTY);
    }
}
