package org.minimis.ledger;

/**
 * Where money stands: whose law, which state, how it was declared, how VAT is collected, and what it is.
 *
 * @param kind {@code receivable}, {@code duty}, {@code vat} or {@code fee:<name>}
 */
public record Account(String regime, String state, String dataset, String vatScheme, String kind)
        implements Comparable<Account> {

    /** What the declarant owes. */
    public static final String RECEIVABLE = "receivable";

    public static final String DUTY = "duty";
    public static final String VAT = "vat";
    private static final String FEE = "fee:";
    private static final int PARTS = 5;

    public Account {
        check(regime);
        check(state);
        check(dataset);
        check(vatScheme);
        check(kind);
    }

    /** The kind of account that a named fee stands on. */
    public static String fee(String name) {
        return FEE + name;
    }

    /**
     * An account as the book writes it, for example {@code EU/DE/H7/IOSS/duty}.
     *
     * @throws IllegalArgumentException when it has not five parts
     */
    public static Account parse(String text) {
        var parts = text.split("/", -1);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException(
                    "'%s' is not an account; write regime/state/dataset/VAT scheme/kind".formatted(text));
        }
        return new Account(parts[0], parts[1], parts[2], parts[3], parts[4]);
    }

    private static void check(String part) {
        if (part.isEmpty() || part.indexOf('/') >= 0) {
            throw new IllegalArgumentException("'%s' cannot be part of an account".formatted(part));
        }
    }

    /** The same place for another kind of money. */
    public Account kind(String other) {
        return new Account(regime, state, dataset, vatScheme, other);
    }

    public boolean isFee() {
        return kind.startsWith(FEE);
    }

    @Override
    public int compareTo(Account other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return regime + "/" + state + "/" + dataset + "/" + vatScheme + "/" + kind;
    }
}
