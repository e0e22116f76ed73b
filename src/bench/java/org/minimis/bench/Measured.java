package org.minimis.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** All runs of one program. */
final class Measured {

    private final Contender contender;
    private final List<Child.Cost> costs = new ArrayList<>();

    Measured(Contender contender) {
        this.contender = contender;
    }

    void add(Child.Cost cost) {
        costs.add(cost);
    }

    Contender contender() {
        return contender;
    }

    Spread perSecond() {
        return Spread.of(costs, cost -> contender.night().consignments() / cost.seconds());
    }

    /** Of each of the costs, for a million consignments. */
    Spread perMillion(ToDoubleFunction<Child.Cost> cost) {
        return Spread.of(
                costs, one -> cost.applyAsDouble(one) * 1e6 / contender.night().consignments());
    }

    Spread of(ToDoubleFunction<Child.Cost> cost) {
        return Spread.of(costs, cost);
    }

    /** How many times as much another program needs, run by run, so that a machine that slows down slows both. */
    Spread timesLessThan(Measured other, ToDoubleFunction<Child.Cost> cost) {
        var ratios = new double[Math.min(costs.size(), other.costs.size())];
        Arrays.setAll(ratios, run -> other.each(run, cost) / each(run, cost));
        return Spread.of(ratios);
    }

    private double each(int run, ToDoubleFunction<Child.Cost> cost) {
        return cost.applyAsDouble(costs.get(run)) / contender.night().consignments();
    }

    /** The middle of several figures, and how far they lie apart. */
    record Spread(double min, double median, double max) {

        static <T> Spread of(List<T> all, ToDoubleFunction<T> figure) {
            return of(all.stream().mapToDouble(figure).toArray());
        }

        static Spread of(double[] figures) {
            var sorted = figures.clone();
            Arrays.sort(sorted);
            var half = sorted.length / 2;
            var median = sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
            return new Spread(sorted[0], median, sorted[sorted.length - 1]);
        }
    }
}
