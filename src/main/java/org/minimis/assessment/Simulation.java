package org.minimis.assessment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.javamoney.moneta.Money;
import org.minimis.money.Amounts;

/**
 * What another law would make of the same consignments: both outcomes of each are taken in, and the differences are summed by
 * regime, state, origin and currency.
 */
public final class Simulation {

    /** Under one of the two laws: how many consignments were assessed, and what they owe. */
    public record Sums(long assessed, Money duty, Money vat, Money fees) {

        Sums plus(Assessment more) {
            return new Sums(assessed + 1, duty.add(more.duty()), vat.add(more.vat()), fees.add(more.feesTotal()));
        }

        Sums plus(Sums more) {
            return new Sums(assessed + more.assessed, duty.add(more.duty), vat.add(more.vat), fees.add(more.fees));
        }

        public Money total() {
            return duty.add(vat).add(fees);
        }
    }

    /**
     * One group of consignments.
     *
     * @param origin of the first goods line; {@code -} where none is given
     * @param consignments assessed under one law at least
     * @param affected those whose figures, dataset or outcome differ
     */
    public record Row(
            String regime,
            String state,
            String origin,
            String currency,
            long consignments,
            long affected,
            Sums before,
            Sums after) {

        Row plus(Row more) {
            return new Row(
                    regime,
                    state,
                    origin,
                    currency,
                    consignments + more.consignments,
                    affected + more.affected,
                    before.plus(more.before),
                    after.plus(more.after));
        }
    }

    private static final Comparator<Row> ORDER = Comparator.comparing(Row::regime)
            .thenComparing(Row::state)
            .thenComparing(Row::origin)
            .thenComparing(Row::currency);

    private final Map<String, Row> rows = new TreeMap<>();
    private long records;

    /** Takes in what the two laws make of one record. */
    public void add(Outcome before, Outcome after) {
        records++;
        var reference = before instanceof Outcome.Assessed assessed ? assessed : after;
        if (reference instanceof Outcome.Assessed assessed) {
            var row = row(assessed, before, after);
            rows.merge(String.join("/", row.regime, row.state, row.origin, row.currency), row, Row::plus);
        }
    }

    private static Row row(Outcome.Assessed reference, Outcome before, Outcome after) {
        var assessment = reference.assessment();
        var goods = reference.consignment().goods();
        var origin = goods.isEmpty() ? null : goods.get(0).origin();
        var zero = Amounts.zero(assessment.currency());
        var nothing = new Sums(0, zero, zero, zero);
        return new Row(
                assessment.regime(),
                assessment.state(),
                origin == null ? "-" : origin.code(),
                assessment.currency().getCurrencyCode(),
                1,
                differ(before, after) ? 1 : 0,
                before instanceof Outcome.Assessed b ? nothing.plus(b.assessment()) : nothing,
                after instanceof Outcome.Assessed a ? nothing.plus(a.assessment()) : nothing);
    }

    private static boolean differ(Outcome before, Outcome after) {
        if (!(before instanceof Outcome.Assessed b) || !(after instanceof Outcome.Assessed a)) {
            return true;
        }
        var one = b.assessment();
        var other = a.assessment();
        return !one.duty().isEqualTo(other.duty())
                || !one.vat().isEqualTo(other.vat())
                || !one.feesTotal().isEqualTo(other.feesTotal())
                || !one.dataset().equals(other.dataset())
                || one.category() != other.category();
    }

    /** How many records were taken in, those that neither law assesses included. */
    public long records() {
        return records;
    }

    /** The groups by regime, state, origin and currency. */
    public List<Row> rows() {
        var sorted = new ArrayList<>(rows.values());
        sorted.sort(ORDER);
        return List.copyOf(sorted);
    }

    /** All groups of one currency together. */
    public List<Row> totals() {
        var totals = new TreeMap<String, Row>();
        for (var row : rows.values()) {
            var all = new Row("all", "all", "all", row.currency, row.consignments, row.affected, row.before, row.after);
            totals.merge(row.currency, all, Row::plus);
        }
        return List.copyOf(totals.values());
    }
}
