package org.minimis.ledger;

import java.util.ArrayList;

/**
 * Turns what a manifest's consignments owe into one balanced journal entry: the receivable is debited, duty, VAT and fees
 * are credited.
 */
public final class Bookkeeper {

    /**
     * The entry of one manifest.
     *
     * @param owed duty, VAT and fees, one or more; a sum of zero is posted too, so that no declaration is without posting
     */
    public JournalEntry entry(String narrative, AccountSums owed) {
        var receivables = new AccountSums();
        var postings = new ArrayList<Posting>();
        for (var sum : owed.list()) {
            refuseReceivable(sum);
            receivables.add(sum.account().kind(Account.RECEIVABLE), sum.currency(), sum.amount());
            postings.add(posting(sum, Math.negateExact(sum.amount())));
        }
        receivables.list().forEach(sum -> postings.add(0, posting(sum, sum.amount())));
        postings.sort((a, b) -> order(a).compareTo(order(b)));
        return new JournalEntry(narrative, postings);
    }

    private static void refuseReceivable(AccountSum sum) {
        if (sum.account().kind().equals(Account.RECEIVABLE)) {
            throw new IllegalArgumentException("a receivable follows from what is owed, it is not given");
        }
    }

    private static Posting posting(AccountSum sum, long amount) {
        return new Posting(sum.account(), TenThousandths.money(sum.currency(), amount));
    }

    private static String order(Posting posting) {
        return posting.account() + "/" + posting.currency().getCurrencyCode();
    }
}
