package org.minimis.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.minimis.ledger.Account;
import org.minimis.ledger.AccountSum;

/**
 * What one chunk of records became: the unit in which a slice's journal grows. What it holds lies in sections, so that who
 * needs one kind of thing reads no other.
 *
 * @param end the slice is finished; such a frame holds nothing but the counts and sums of all before it
 * @param offset of the manifest up to which records have been read
 * @param line on which the last record started
 * @param sections by name; what is not there is empty
 */
record Frame(boolean end, long offset, long line, Counts counts, SortedMap<String, Block> sections) {

    /** Duty, VAT and fees by account and currency. */
    static final String SUMS = "sums";
    /** Lines of {@code referred.ndjson}, each with its line feed. */
    static final String REFERRED = "referred";
    /** Lines of {@code rejected.ndjson}. */
    static final String REJECTED = "rejected";
    /** Rows of the book, as {@link Rows} writes them. */
    static final String ASSESSMENTS = "assessments";
    /** Likewise. */
    static final String EXCEPTIONS = "exceptions";
    /** The assessments that corrected consignments take back; none in most batches. */
    static final String REVERSALS = "reversals";
    /** The rejected records as they came, one behind the other. */
    static final String ORIGINALS = "originals";
    /** What belongs before them in a manifest of their form. */
    static final String HEAD = "head";

    private static final String DECLARATIONS = "declarations/";

    /** Declarations of one file, each with its length before it. */
    static String declarations(String file) {
        return DECLARATIONS + file;
    }

    /** Is that section one of declarations? */
    static boolean isDeclarations(String section) {
        return section.startsWith(DECLARATIONS);
    }

    /** The frame that closes a finished slice. */
    static Frame end(long offset, long line, Counts counts, List<AccountSum> sums) {
        return new Frame(true, offset, line, counts, new TreeMap<>(Map.of(SUMS, block(sums))));
    }

    static Block block(List<AccountSum> sums) {
        var bytes = new Bytes();
        for (var sum : sums) {
            bytes.text(sum.account().toString());
            bytes.text(sum.currency());
            bytes.signed(sum.amount());
        }
        return new Block(sums.size(), bytes.buffer());
    }

    /** The same without what holds names and addresses: declarations, the lines of exceptions, rejected records. */
    Frame withoutParties() {
        var kept = new TreeMap<>(sections);
        kept.keySet().retainAll(List.of(SUMS, ASSESSMENTS, EXCEPTIONS, REVERSALS));
        return new Frame(end, offset, line, counts, kept);
    }

    /** The same without what it holds. */
    Frame withoutSections() {
        return new Frame(end, offset, line, counts, new TreeMap<>());
    }

    List<AccountSum> sums() {
        var source = new ByteSource(section(SUMS).bytes());
        var sums = new ArrayList<AccountSum>();
        while (source.hasMore()) {
            sums.add(new AccountSum(source.parsed(Account::parse), source.requiredText(), source.signed()));
        }
        return sums;
    }

    private Block section(String name) {
        return sections.getOrDefault(name, Block.EMPTY);
    }

    /** The declarations by file. */
    SortedMap<String, Block> pieces() {
        var pieces = new TreeMap<String, Block>();
        for (var entry : sections.tailMap(DECLARATIONS).entrySet()) {
            if (!isDeclarations(entry.getKey())) {
                break;
            }
            pieces.put(entry.getKey().substring(DECLARATIONS.length()), entry.getValue());
        }
        return pieces;
    }

    Block referred() {
        return section(REFERRED);
    }

    Block rejected() {
        return section(REJECTED);
    }

    Block assessments() {
        return section(ASSESSMENTS);
    }

    Block exceptions() {
        return section(EXCEPTIONS);
    }

    Block reversals() {
        return section(REVERSALS);
    }

    Block originals() {
        return section(ORIGINALS);
    }

    Block head() {
        return section(HEAD);
    }
}
