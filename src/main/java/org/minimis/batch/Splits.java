package org.minimis.batch;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.javamoney.moneta.Money;
import org.minimis.assessment.Limits;
import org.minimis.consignment.Consignment;
import org.minimis.manifest.ManifestRecord;
import org.minimis.money.Amounts;

/**
 * Looks for what an auditor should look at: consignments of one sender to one receiver on one flight that are each under a
 * limit and together over it, and senders of whom suspiciously many consignments are just under one. It changes no figure.
 *
 * <p>The records are read twice, first by {@link #note}, then by {@link #look}. It takes 8 bytes for each consignment, some 100
 * for each sender and limit, some 500 for each group.
 */
public final class Splits {

    /** How many house waybills are named. */
    private static final int NAMED = 10;
    /** So far on both sides of a limit is just under or just over it: a twentieth. */
    private static final BigDecimal NEAR = BigDecimal.valueOf(20);
    /** Fewer prove nothing. */
    private static final int UNDER_MIN = 10;
    /** What chance brings about more often than once in so many is not told. */
    private static final long CHANCE_MIN = 1_000;

    private static final String ALL = "(all)";
    private static final Comparator<Ahead> BY_LIMIT = Comparator.comparing(Ahead::regime)
            .thenComparing(ahead -> Amounts.number(ahead.amount()))
            .thenComparing(Ahead::value)
            .thenComparing(Ahead::isInclusive);

    private final LawClearing clearing;
    private final LongStream.Builder pairs = LongStream.builder();
    private final HouseWaybills seen = new HouseWaybills();
    private final HouseWaybills seenAgain = new HouseWaybills();
    private final Map<GroupKey, Map<Ahead, Sum>> groups = new HashMap<>();
    private final Map<String, Map<Ahead, long[]>> senders = new HashMap<>();
    private long[] twice = {};
    private boolean isSealed;

    public Splits(LawClearing clearing) {
        this.clearing = clearing;
    }

    /** A limit in the regime's currency. */
    private record Ahead(String regime, String value, boolean isInclusive, Money amount) {

        static Ahead of(Limits.Held held) {
            return new Ahead(held.regime(), held.limit().value(), held.limit().isInclusive(), held.amount());
        }

        boolean isOver(Money sum) {
            return isInclusive ? sum.isGreaterThan(amount) : sum.isGreaterThanOrEqualTo(amount);
        }
    }

    private static final class Sum {

        private final TreeSet<String> first = new TreeSet<>();
        private Money sum;
        private long count;

        Sum(Money zero) {
            sum = zero;
        }
    }

    /**
     * Consignments of one sender to one receiver on one flight.
     *
     * @param consignor a hash, the same for the same sender
     * @param value which of their values is compared
     * @param limit that each of them keeps
     * @param sum that is over it
     * @param first of their house waybills
     */
    public record Split(
            String consignor, String regime, String value, Money limit, Money sum, long count, List<String> first) {}

    /**
     * One sender near one limit.
     *
     * @param consignor a hash, or {@code (all)}
     * @param consignments all of the sender's that the limit is for
     * @param under at most a twentieth under it
     * @param over at most a twentieth over it
     * @param oneIn were both sides equally likely, so many or more under it would come once in so many times
     */
    public record Near(
            String consignor,
            String regime,
            String value,
            Money limit,
            long consignments,
            long under,
            long over,
            long oneIn) {}

    /** The first reading. */
    public void note(ManifestRecord read) {
        if (seen.repeated(read).isEmpty() && read instanceof ManifestRecord.Readable readable) {
            var key = GroupKeys.pair(readable.consignment());
            if (key != null) {
                pairs.add(key.first());
            }
        }
    }

    /** The second reading, of the same records. */
    public void look(ManifestRecord read) {
        if (!isSealed) {
            isSealed = true;
            twice = Grouping.twice(pairs.build().sorted().toArray());
        }
        if (seenAgain.repeated(read).isEmpty() && read instanceof ManifestRecord.Readable readable) {
            look(readable.consignment());
        }
    }

    private void look(Consignment consignment) {
        var pair = GroupKeys.pair(consignment);
        var isGrouped = pair != null && Arrays.binarySearch(twice, pair.first()) >= 0;
        var identity = GroupKeys.identity(consignment.consignor());
        var aheads = new HashSet<Ahead>();
        for (var held : clearing.limits().of(consignment)) {
            var ahead = Ahead.of(held);
            if (!aheads.add(ahead)) {
                continue; // several cases of the law name it
            }
            if (isGrouped && held.limit().isUnder(held.value(), held.amount())) {
                add(groups.computeIfAbsent(pair, key -> new HashMap<>()), ahead, held, consignment);
            }
            count(ALL, ahead, held);
            if (identity != null) {
                count(shown(identity), ahead, held);
            }
        }
    }

    private static void add(Map<Ahead, Sum> sums, Ahead ahead, Limits.Held held, Consignment consignment) {
        var sum = sums.computeIfAbsent(
                ahead, key -> new Sum(Amounts.zero(held.value().getCurrency())));
        sum.sum = sum.sum.add(held.value());
        sum.count++;
        sum.first.add(consignment.houseWaybill().number());
        if (sum.first.size() > NAMED) {
            sum.first.pollLast();
        }
    }

    private void count(String sender, Ahead ahead, Limits.Held held) {
        var counts = senders.computeIfAbsent(sender, key -> new HashMap<>()).computeIfAbsent(ahead, key -> new long[3]);
        counts[0]++;
        var isUnder = held.limit().isUnder(held.value(), held.amount());
        var distance = Amounts.number(held.value())
                .subtract(Amounts.number(held.amount()))
                .abs();
        if (distance.multiply(NEAR).compareTo(Amounts.number(held.amount())) <= 0) {
            counts[isUnder ? 1 : 2]++;
        }
    }

    /** Eight hexadecimal digits in place of a name. */
    private static String shown(String identity) {
        var digest = WholeFile.sha256().digest(identity.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, 4);
    }

    /** By regime and limit, the greatest sum first. */
    public List<Split> splits() {
        var splits = new ArrayList<Split>();
        groups.forEach((pair, sums) -> sums.forEach((ahead, sum) -> {
            if (sum.count > 1 && ahead.isOver(sum.sum)) {
                splits.add(new Split(
                        HexFormat.of().toHexDigits(pair.scope()).substring(0, 8),
                        ahead.regime(),
                        ahead.value(),
                        ahead.amount(),
                        sum.sum,
                        sum.count,
                        List.copyOf(sum.first)));
            }
        }));
        splits.sort(Comparator.comparing(Split::regime)
                .thenComparing(split -> Amounts.number(split.limit()))
                .thenComparing(Split::value)
                .thenComparing(split -> Amounts.number(split.sum()), Comparator.reverseOrder())
                .thenComparing(split -> split.first().get(0)));
        return splits;
    }

    /** All senders near each limit that somebody came near to, then those of whom chance alone would hardly make so many. */
    public List<Near> near() {
        var near = new TreeMap<Ahead, List<Near>>(BY_LIMIT);
        senders.forEach((sender, limits) -> limits.forEach((ahead, counts) -> {
            var isAll = sender.equals(ALL);
            if (isAll ? counts[1] + counts[2] > 0 : counts[1] >= UNDER_MIN) {
                var oneIn = Chance.oneIn(counts[1], counts[1] + counts[2]);
                if (isAll || oneIn >= CHANCE_MIN) {
                    near.computeIfAbsent(ahead, key -> new ArrayList<>())
                            .add(new Near(
                                    sender,
                                    ahead.regime(),
                                    ahead.value(),
                                    ahead.amount(),
                                    counts[0],
                                    counts[1],
                                    counts[2],
                                    oneIn));
                }
            }
        }));
        var all = new ArrayList<Near>();
        for (var one : near.values()) {
            one.sort(Comparator.comparing((Near each) -> !each.consignor().equals(ALL))
                    .thenComparing(Near::oneIn, Comparator.reverseOrder())
                    .thenComparing(Near::consignor));
            all.addAll(one);
        }
        return all;
    }
}
