package org.minimis.ledger;

/**
 * What has come together on one account in one currency.
 *
 * @param amount in ten-thousandths, zero or more
 */
public record AccountSum(Account account, String currency, long amount) {}
