package org.minimis.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The figures as Markdown. */
final class ResultTable {

    private static final double MB = 1e6;

    private final StringBuilder text = new StringBuilder();

    /** Medians of each program; the speed with the slowest and the fastest run. */
    ResultTable programs(Collection<Measured> all) {
        text.append("| program | consignments/s | slowest–fastest | CPU s per million | written MB | memory MB |"
                + " heap MB | allocated B each | GC time |\n");
        text.append("|---|--:|--:|--:|--:|--:|--:|--:|--:|\n");
        for (var one : all) {
            var speed = one.perSecond();
            cells(
                    one.contender().name(),
                    number(speed.median()),
                    number(speed.min()) + "–" + number(speed.max()),
                    "%.1f".formatted(one.perMillion(Child.Cost::cpuSeconds).median()),
                    megabytes(one, Child.Cost::written),
                    megabytes(one, Child.Cost::residentMax),
                    megabytes(one, cost -> cost.gc().heapMax()),
                    number(one.perMillion(cost -> cost.gc().allocated()).median() / 1e6),
                    "%.1f %%"
                            .formatted(100
                                    * one.of(cost -> cost.gc().pauseSeconds() / cost.seconds())
                                            .median()));
        }
        return this;
    }

    /** One line for README: what a million cost, and how many times as fast as the others that was. */
    ResultTable summary(Measured one, List<Measured> others) {
        var head = new StringBuilder("| night | consignments/s | CPU µs each | heap MB | memory MB |");
        var line = new StringBuilder("|---|--:|--:|--:|--:|");
        var cells = new ArrayList<>(List.of(
                one.contender().name(),
                number(one.perSecond().median()),
                "%.1f".formatted(one.perMillion(Child.Cost::cpuSeconds).median()),
                megabytes(one, cost -> cost.gc().heapMax()),
                megabytes(one, Child.Cost::residentMax)));
        for (var other : others) {
            head.append(" ÷ ").append(other.contender().name()).append(" |");
            line.append("--:|");
            cells.add(ratio(one.timesLessThan(other, Child.Cost::seconds).median()));
        }
        text.append(head).append('\n').append(line).append('\n');
        cells(cells.toArray(new String[0]));
        text.append('\n');
        return this;
    }

    ResultTable ratiosHead() {
        text.append("\n| how many times as fast | median | lowest–highest | by CPU time |\n|---|--:|--:|--:|\n");
        return this;
    }

    ResultTable ratio(String than, Measured fast, Measured slow, ToDoubleFunction<Child.Cost> seconds) {
        var ratio = fast.timesLessThan(slow, seconds);
        cells(
                fast.contender().name() + " ÷ " + than,
                ratio(ratio.median()),
                ratio(ratio.min()) + "–" + ratio(ratio.max()),
                ratio(fast.timesLessThan(slow, Child.Cost::cpuSeconds).median()));
        return this;
    }

    ResultTable growthHead() {
        text.append("\n| consignments | µs each | CPU µs each | heap MB | memory MB |\n|--:|--:|--:|--:|--:|\n");
        return this;
    }

    ResultTable growth(Measured one) {
        cells(
                number(one.contender().night().consignments()),
                "%.2f".formatted(one.perMillion(Child.Cost::seconds).median()),
                "%.2f".formatted(one.perMillion(Child.Cost::cpuSeconds).median()),
                megabytes(one, cost -> cost.gc().heapMax()),
                megabytes(one, Child.Cost::residentMax));
        return this;
    }

    ResultTable say(String sentence) {
        text.append('\n').append(sentence).append('\n');
        return this;
    }

    private void cells(String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String megabytes(Measured one, ToDoubleFunction<Child.Cost> bytes) {
        return number(one.of(bytes).median() / MB);
    }

    private static String ratio(double ratio) {
        return String.format(Locale.ROOT, ratio < 10 ? "%.2f" : "%.1f", ratio);
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }

    /** For progress: one run. */
    static String line(Contender contender, Child.Cost cost) {
        return String.format(
                Locale.ROOT,
                "%-45s %,9.0f/s  %6.1f s  %6.1f s CPU  %,6.0f MB written",
                contender.name(),
                contender.night().consignments() / cost.seconds(),
                cost.seconds(),
                cost.cpuSeconds(),
                cost.written() / MB);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
