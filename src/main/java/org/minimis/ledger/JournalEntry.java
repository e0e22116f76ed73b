package org.minimis.ledger;

import java.util.List;
import java.util.TreeMap;
import org.javamoney.moneta.Money;
import org.minimis.money.Amounts;

/**
 * One movement of money, balanced in every currency, never changed: a mistake is corrected by a further entry.
 *
 * @param narrative what happened, in words
 * @param postings its legs, in a stable order
 */
public record JournalEntry(String narrative, List<Posting> postings) {

    public JournalEntry {
        postings = List.copyOf(postings);
        if (postings.isEmpty()) {
            throw new IllegalArgumentException("journal entry '%s' has no postings".formatted(narrative));
        }
        for (var sum : sums(postings).values()) {
            if (!sum.isZero()) {
                throw new IllegalArgumentException(
                        "journal entry '%s' is out of balance by %s".formatted(narrative, Amounts.text(sum)));
            }
        }
    }

    private static TreeMap<String, Money> sums(List<Posting> postings) {
        var sums = new TreeMap<String, Money>();
        for (var posting : postings) {
            sums.merge(posting.currency().getCurrencyCode(), posting.amount(), Money::add);
        }
        return sums;
    }

    /** The entry that takes this one back. */
    public JournalEntry reversed(String reason) {
        var legs = postings.stream()
                .map(leg -> new Posting(leg.account(), leg.amount().negate()))
                .toList();
        return new JournalEntry(reason, legs);
    }
}
