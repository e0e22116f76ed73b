package org.minimis.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Duty, VAT and fees of many consignments, summed by account and currency. */
public final class AccountSums {

    private record Place(Account account, String currency) {}

    private static final Comparator<AccountSum> ORDER =
            Comparator.comparing(AccountSum::account).thenComparing(AccountSum::currency);

    private final Map<Place, Long> sums = new HashMap<>();

    /** @throws ArithmeticException when the sum outgrows the book */
    public void add(Account account, String currency, long amount) {
        sums.merge(new Place(account, currency), amount, Math::addExact);
    }

    public void add(AccountSum sum) {
        add(sum.account(), sum.currency(), sum.amount());
    }

    public void addAll(Iterable<AccountSum> others) {
        others.forEach(this::add);
    }

    public boolean isEmpty() {
        return sums.isEmpty();
    }

    /** By account, then currency. */
    public List<AccountSum> list() {
        var list = new ArrayList<AccountSum>();
        sums.forEach((place, amount) -> list.add(new AccountSum(place.account(), place.currency(), amount)));
        list.sort(ORDER);
        return list;
    }
}
