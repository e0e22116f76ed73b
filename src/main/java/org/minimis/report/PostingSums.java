package org.minimis.report;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.javamoney.moneta.Money;
import org.jspecify.annotations.Nullable;
import org.minimis.money.Amounts;

/** What the ledger holds: the net amount of each account of revenue. Debits are above zero, so revenue stands below. */
final class PostingSums {

    private static final String FEE = "fee:";
    private static final int PARTS = 5;
    private static final String QUERY = """
            select e.manifest, p.account, p.currency, sum(p.amount) as amount
            from posting p
            join journal_entry e on p.entry = e.id
            where e.manifest between ? and ?
            group by e.manifest, p.account, p.currency
            order by 1, 2, 3
            """;

    /**
     * An account of revenue in one currency.
     *
     * @param kind {@code duty}, {@code vat}, {@code fee:} and its name; {@code fees} for all fees together
     */
    record Key(Place place, String kind, String currency) {

        static final Comparator<Key> ORDER = Comparator.comparing(Key::place, Place.ORDER)
                .thenComparing(Key::kind)
                .thenComparing(Key::currency);

        @Override
        public String toString() {
            return place + "/" + kind;
        }
    }

    private final TreeMap<String, Money> balances = new TreeMap<>();
    private final TreeMap<Key, Money> nets = new TreeMap<>(Key.ORDER);

    private PostingSums() {}

    /**
     * @param regime the only one whose accounts are wanted; null for all
     * @throws UnbalancedBookException when the postings of the selected manifests do not sum to zero
     */
    static PostingSums read(Connection book, SelectedManifests manifests, @Nullable String regime) throws SQLException {
        var sums = new PostingSums();
        try (var query = book.prepareStatement(QUERY)) {
            query.setLong(1, manifests.first());
            query.setLong(2, manifests.last());
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    if (manifests.byId().containsKey(row.getLong("manifest"))) {
                        var currency = row.getString("currency");
                        var amount = Amounts.of(Amounts.currency(currency), row.getBigDecimal("amount"));
                        sums.add(row.getString("account"), amount, regime);
                    }
                }
            }
        }
        sums.balance();
        return sums;
    }

    private void add(String account, Money amount, @Nullable String regime) {
        var currency = amount.getCurrency().getCurrencyCode();
        balances.merge(currency, amount, Money::add);
        var parts = account.split("/", PARTS);
        if (parts.length < PARTS || (regime != null && !regime.equals(parts[0])) || !isRevenue(parts[4])) {
            return;
        }
        var key = new Key(new Place(parts[0], parts[1], parts[2], parts[3]), parts[4], currency);
        nets.merge(key, amount, Money::add);
    }

    private static boolean isRevenue(String kind) {
        return kind.equals("duty") || kind.equals("vat") || kind.startsWith(FEE);
    }

    private void balance() {
        balances.forEach((currency, sum) -> {
            if (!sum.isZero()) {
                throw new UnbalancedBookException(
                        "the postings in %s are out of balance by %s".formatted(currency, Amounts.number(sum)));
            }
        });
    }

    /**
     * Holds the ledger against the assessments, account by account.
     *
     * @throws UnbalancedBookException at the first that differs
     */
    void agreeWith(List<RevenueLine> lines) {
        var assessed = new TreeMap<Key, Money>(Key.ORDER);
        for (var line : lines) {
            var place = Place.of(line.key());
            var currency = line.key().currency();
            assessed.merge(new Key(place, "duty", currency), line.figures().duty(), Money::add);
            assessed.merge(new Key(place, "vat", currency), line.figures().vat(), Money::add);
            assessed.merge(new Key(place, "fees", currency), line.figures().fees(), Money::add);
        }
        var posted = new TreeMap<Key, Money>(Key.ORDER);
        nets.forEach((key, net) -> posted.merge(
                key.kind().startsWith(FEE) ? new Key(key.place(), "fees", key.currency()) : key,
                net.negate(),
                Money::add));
        assessed.forEach((key, amount) -> agree(key, posted.remove(key), amount));
        posted.forEach((key, amount) -> agree(key, amount, Amounts.zero(amount.getCurrency())));
    }

    private static void agree(Key key, @Nullable Money posted, Money assessed) {
        var ledger = posted == null ? Amounts.zero(assessed.getCurrency()) : posted;
        if (!ledger.isEqualTo(assessed)) {
            throw new UnbalancedBookException("%s: the ledger holds %s, the assessments %s"
                    .formatted(key, Amounts.text(ledger), Amounts.text(assessed)));
        }
    }

    /** The named charges, without those that came to nothing. */
    List<FeeLine> fees() {
        var fees = new ArrayList<FeeLine>();
        nets.forEach((key, net) -> {
            if (key.kind().startsWith(FEE) && !net.isZero()) {
                fees.add(new FeeLine(key.place(), key.kind().substring(FEE.length()), net.negate()));
            }
        });
        return fees;
    }
}
