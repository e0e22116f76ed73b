package org.minimis.report;

import java.util.Comparator;

/**
 * Where revenue falls: the first four parts of an account of the ledger.
 *
 * @param regime whose law
 * @param state of destination
 * @param dataset what was lodged
 * @param vatScheme how VAT is collected
 */
public record Account(String regime, String state, String dataset, String vatScheme) {

    static final Comparator<Account> ORDER = Comparator.comparing(Account::regime)
            .thenComparing(Account::state)
            .thenComparing(Account::dataset)
            .thenComparing(Account::vatScheme);

    static Account of(RevenueLine.Key key) {
        return new Account(key.regime(), key.state(), key.dataset(), key.vatScheme());
    }

    @Override
    public String toString() {
        return String.join("/", regime, state, dataset, vatScheme);
    }
}
