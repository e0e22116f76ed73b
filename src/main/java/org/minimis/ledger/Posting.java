package org.minimis.ledger;

import javax.money.CurrencyUnit;
import org.javamoney.moneta.Money;

/**
 * One leg of a movement of money.
 *
 * @param amount debits above zero, credits below
 */
public record Posting(Account account, Money amount) {

    public CurrencyUnit currency() {
        return amount.getCurrency();
    }
}
