package org.minimis.report;

/**
 * Where manifest records ended: each in exactly one of three ways.
 *
 * @param assessed declared, or released without anything due
 * @param referred for the standard procedure or a person
 * @param rejected not readable as a consignment
 */
public record Counts(long assessed, long referred, long rejected) {

    static final Counts NONE = new Counts(0, 0, 0);

    static Counts assessed(long count) {
        return new Counts(count, 0, 0);
    }

    /** @param outcome as the book writes it: {@code referred} or {@code rejected} */
    static Counts exceptional(String outcome, long count) {
        return outcome.equals("referred") ? new Counts(0, count, 0) : new Counts(0, 0, count);
    }

    /** All of them. */
    public long records() {
        return assessed + referred + rejected;
    }

    Counts plus(Counts other) {
        return new Counts(assessed + other.assessed, referred + other.referred, rejected + other.rejected);
    }
}
