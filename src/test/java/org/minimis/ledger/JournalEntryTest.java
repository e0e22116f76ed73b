package org.minimis.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.minimis.money.Amounts;

class JournalEntryTest {

    private static final Account DUTY = Account.parse("EU/DE/H7/IOSS/duty");
    private static final Account RECEIVABLE = DUTY.kind(Account.RECEIVABLE);

    @Test
    void anEntryOutOfBalanceByOneCentCannotExist() {
        var debit = new Posting(RECEIVABLE, Amounts.parse("EUR 3.00"));
        var credit = new Posting(DUTY, Amounts.parse("EUR 2.99").negate());

        assertThatThrownBy(() -> new JournalEntry("duty", List.of(debit, credit)))
                .hasMessage("journal entry 'duty' is out of balance by EUR 0.01");
    }

    @Test
    void currenciesDoNotBalanceEachOther() {
        var debit = new Posting(RECEIVABLE, Amounts.parse("EUR 3.00"));
        var credit = new Posting(DUTY, Amounts.parse("GBP 3.00").negate());

        assertThatThrownBy(() -> new JournalEntry("duty", List.of(debit, credit)))
                .hasMessageContaining("out of balance");
    }

    @Test
    void anEntryWithoutPostingsCannotExist() {
        assertThatThrownBy(() -> new JournalEntry("nothing", List.of()))
                .hasMessage("journal entry 'nothing' has no postings");
    }

    @Test
    void theReversalTakesEveryLegBack() {
        var entry = new Bookkeeper().entry("duty", sums());

        var reversal = entry.reversed("reversal of duty");

        for (var i = 0; i < entry.postings().size(); i++) {
            var both = entry.postings()
                    .get(i)
                    .amount()
                    .add(reversal.postings().get(i).amount());
            assertThat(both.isZero()).isTrue();
        }
    }

    @Test
    void theReceivableIsDebitedWithAllThatIsCredited() {
        var entry = new Bookkeeper().entry("duty", sums());

        assertThat(entry.postings())
                .extracting(leg -> leg.account() + " "
                        + Amounts.text(leg.amount().abs()) + " " + (leg.amount().isPositive() ? "debit" : "credit"))
                .containsExactly(
                        "EU/DE/H7/IOSS/duty EUR 3.00 credit",
                        "EU/DE/H7/IOSS/fee:parcel EUR 2.00 credit",
                        "EU/DE/H7/IOSS/receivable EUR 5.19 debit",
                        "EU/DE/H7/IOSS/receivable GBP 1.00 debit",
                        "EU/DE/H7/IOSS/vat EUR 0.19 credit",
                        "EU/DE/H7/IOSS/vat GBP 1.00 credit");
    }

    private static AccountSums sums() {
        var sums = new AccountSums();
        sums.add(DUTY, "EUR", 30_000);
        sums.add(DUTY.kind(Account.VAT), "EUR", 1_900);
        sums.add(DUTY.kind(Account.VAT), "GBP", 10_000);
        sums.add(DUTY.kind(Account.fee("parcel")), "EUR", 20_000);
        return sums;
    }

    @Test
    void aSumThatOutgrowsTheBookIsRefused() {
        var sums = new AccountSums();
        sums.add(DUTY, "EUR", Long.MAX_VALUE);

        assertThatThrownBy(() -> sums.add(DUTY, "EUR", 1)).isInstanceOf(ArithmeticException.class);
    }
}
