package org.minimis.batch;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.minimis.ledger.Account;
import org.minimis.ledger.AccountSum;
import org.minimis.ledger.AccountSums;

/**
 * An assessment that a corrected consignment takes back.
 *
 * @param place of the corrected record in its slice
 * @param original key of the assessment
 * @param lrn local reference number of the first declaration
 * @param reason customs' code, where one was given
 * @param cancels the declaration is cancelled, nothing takes its place
 * @param owed what it had posted, by account
 */
record Reversal(
        long place, long original, String lrn, @Nullable String reason, boolean cancels, List<AccountSum> owed) {

    Reversal {
        owed = List.copyOf(owed);
    }

    void write(Bytes bytes) {
        bytes.number(place);
        bytes.number(original);
        bytes.text(lrn);
        bytes.text(reason);
        bytes.number(cancels ? 1 : 0);
        bytes.number(owed.size());
        for (var sum : owed) {
            bytes.text(sum.account().toString());
            bytes.text(sum.currency());
            bytes.signed(sum.amount());
        }
    }

    static List<Reversal> all(Block block) {
        var reversals = new ArrayList<Reversal>();
        var source = new ByteSource(block.bytes());
        while (source.hasMore()) {
            reversals.add(read(source));
        }
        return reversals;
    }

    private static Reversal read(ByteSource source) {
        var place = source.number();
        var original = source.number();
        var lrn = source.requiredText();
        var reason = source.text();
        var cancels = source.number() == 1;
        var owed = new ArrayList<AccountSum>();
        for (var left = source.number(); left > 0; left--) {
            owed.add(new AccountSum(source.parsed(Account::parse), source.requiredText(), source.signed()));
        }
        return new Reversal(place, original, lrn, reason, cancels, owed);
    }

    static AccountSums sums(List<Reversal> reversals) {
        var sums = new AccountSums();
        reversals.forEach(reversal -> sums.addAll(reversal.owed()));
        return sums;
    }
}
