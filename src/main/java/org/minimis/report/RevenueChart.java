package org.minimis.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.javamoney.moneta.Money;
import org.minimis.money.Amounts;

/**
 * Duty and VAT side by side, a pair of bars for each state or day, all in one currency.
 *
 * @param currency three letters
 */
public record RevenueChart(String currency, List<Row> rows) {

    /** Height of a pair of bars and its surroundings, in units of the drawing. */
    public static final int ROW = 34;

    /** Where the bars begin. */
    public static final int LEFT = 132;

    /** How far the longest bar goes. */
    private static final BigDecimal LONGEST = BigDecimal.valueOf(480);

    /**
     * One pair of bars.
     *
     * @param label what they stand for
     * @param y upper edge
     */
    public record Row(String label, int y, Bar duty, Bar vat) {}

    /**
     * One bar.
     *
     * @param width in units of the drawing, with a decimal point
     * @param textX where its figure is written
     */
    public record Bar(String width, String textX, Money amount) {}

    /** The states in the order of what they yield, most first. */
    static RevenueChart states(String currency, List<Grouping.Sum> sums) {
        var ordered = sums.stream()
                .filter(sum -> sum.figures().currency().getCurrencyCode().equals(currency))
                .sorted(MOST_FIRST)
                .toList();
        return of(
                currency,
                ordered,
                ordered.stream().map(sum -> label(sum, ordered)).toList());
    }

    /** By what the bars show: duty and VAT. */
    static final Comparator<Grouping.Sum> MOST_FIRST = Comparator.comparing((Grouping.Sum sum) ->
                    Amounts.number(sum.figures().duty().add(sum.figures().vat())))
            .reversed();

    // A state that two regimes share, such as the United Kingdom, is told apart by the regime.
    private static String label(Grouping.Sum sum, List<Grouping.Sum> all) {
        var state = sum.parts().get(1);
        var shared =
                all.stream().filter(other -> other.parts().get(1).equals(state)).count() > 1;
        return Shown.state(state) + (shared ? " (" + sum.parts().get(0) + ")" : "");
    }

    /** The days in their order. */
    static RevenueChart days(String currency, List<Grouping.Sum> sums) {
        var ordered = sums.stream()
                .filter(sum -> sum.figures().currency().getCurrencyCode().equals(currency))
                .toList();
        return of(
                currency,
                ordered,
                ordered.stream().map(sum -> sum.parts().get(0)).toList());
    }

    private static RevenueChart of(String currency, List<Grouping.Sum> sums, List<String> labels) {
        var most = BigDecimal.ZERO;
        for (var sum : sums) {
            most = most.max(Amounts.number(sum.figures().duty()))
                    .max(Amounts.number(sum.figures().vat()));
        }
        var rows = new ArrayList<Row>();
        for (var i = 0; i < sums.size(); i++) {
            var figures = sums.get(i).figures();
            rows.add(new Row(labels.get(i), i * ROW, bar(figures.duty(), most), bar(figures.vat(), most)));
        }
        return new RevenueChart(currency, List.copyOf(rows));
    }

    private static Bar bar(Money amount, BigDecimal most) {
        var width = most.signum() == 0
                ? BigDecimal.ZERO
                : Amounts.number(amount).multiply(LONGEST).divide(most, 1, RoundingMode.HALF_UP);
        return new Bar(
                width.toPlainString(), width.add(BigDecimal.valueOf(LEFT + 6L)).toPlainString(), amount);
    }

    /** Is there anything to draw? */
    boolean yields() {
        return rows.stream()
                .anyMatch(row ->
                        row.duty().amount().isPositive() || row.vat().amount().isPositive());
    }

    public int height() {
        return rows.size() * ROW;
    }
}
