package org.minimis.ledger;

/**
 * What many assessments share: under which law, where, how they are declared, and in which currency.
 *
 * @param office the office of the state that collects
 * @param category 1 to 4
 */
public record Declared(
        String regime, String state, String office, String dataset, String vatScheme, int category, String currency) {

    /** The account of that kind on which their money stands. */
    public Account account(String kind) {
        return new Account(regime, state, dataset, vatScheme, kind);
    }
}
