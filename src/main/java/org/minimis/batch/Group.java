package org.minimis.batch;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.javamoney.moneta.Money;
import org.minimis.consignment.ConsignmentType;
import org.minimis.money.Amounts;
import org.minimis.regime.Others;
import org.minimis.regime.Others.Other;

/**
 * Consignments that belong together, in sum: by the batch that holds them and by their type. It takes some 600 bytes in
 * memory, however many they are.
 */
final class Group {

    /** One more than are named, because the one that asks is left out. */
    private static final int FIRST = Others.NAMED + 1;

    /** Of which consignments a part is; an empty batch is the one at hand. */
    private record Of(String batch, ConsignmentType type) {}

    private static final class Part {

        private final BigDecimal[] sums = new BigDecimal[Member.VALUES.size()];
        private final long[] unknown = new long[Member.VALUES.size()];
        private final TreeSet<String> first = new TreeSet<>();
        private long count;

        Part() {
            java.util.Arrays.fill(sums, BigDecimal.ZERO);
        }

        void add(Member member) {
            count++;
            for (var i = 0; i < sums.length; i++) {
                var value = member.values().get(i);
                if (value == null) {
                    unknown[i]++;
                } else {
                    sums[i] = sums[i].add(value);
                }
            }
            first.add(member.houseWaybill());
            if (first.size() > FIRST) {
                first.pollLast();
            }
        }

        @Override
        public String toString() {
            var stripped = java.util.Arrays.stream(sums)
                    .map(BigDecimal::stripTrailingZeros)
                    .toList();
            return count + " " + stripped + " " + java.util.Arrays.toString(unknown) + " " + first;
        }
    }

    private final String currency;
    private final Map<Of, Part> parts =
            new TreeMap<>(Comparator.comparing(Of::batch).thenComparing(Of::type));

    Group(String currency) {
        this.currency = currency;
    }

    /** @param batch empty for the one at hand */
    void add(String batch, Member member) {
        parts.computeIfAbsent(new Of(batch, member.type()), of -> new Part()).add(member);
    }

    /** How many they are. */
    long count() {
        return parts.values().stream().mapToLong(part -> part.count).sum();
    }

    /** How many of them are in that batch. */
    long count(String batch) {
        return parts.entrySet().stream()
                .filter(entry -> entry.getKey().batch().equals(batch))
                .mapToLong(entry -> entry.getValue().count)
                .sum();
    }

    /** Those in the batch at hand, in a form that can be compared. */
    String here() {
        var here = new StringBuilder(currency);
        parts.forEach((of, part) -> {
            if (of.batch().isEmpty()) {
                here.append(' ').append(of.type()).append(' ').append(part);
            }
        });
        return here.toString();
    }

    /**
     * The others of one of them that stands in the batch at hand.
     *
     * @param types only those of these types; empty for all
     */
    Others without(Member one, Set<ConsignmentType> types) {
        var count = 0L;
        var sums = new BigDecimal[Member.VALUES.size()];
        java.util.Arrays.fill(sums, BigDecimal.ZERO);
        var unknown = new long[sums.length];
        var named = new ArrayList<Other>();
        for (var entry : parts.entrySet()) {
            var of = entry.getKey();
            if (!types.isEmpty() && !types.contains(of.type())) {
                continue;
            }
            var part = entry.getValue();
            var isOwn = of.batch().isEmpty() && of.type() == one.type();
            count += part.count - (isOwn ? 1 : 0);
            for (var i = 0; i < sums.length; i++) {
                var own = isOwn ? one.values().get(i) : BigDecimal.ZERO;
                sums[i] = sums[i].add(part.sums[i]).subtract(own == null ? BigDecimal.ZERO : own);
                unknown[i] += part.unknown[i] - (own == null ? 1 : 0);
            }
            for (var houseWaybill : part.first) {
                if (!isOwn || !houseWaybill.equals(one.houseWaybill())) {
                    named.add(new Other(houseWaybill, of.batch().isEmpty() ? null : of.batch()));
                }
            }
        }
        return count == 0 ? Others.NONE : new Others(count, first(named), values(sums, unknown));
    }

    private static List<Other> first(List<Other> named) {
        named.sort(Comparator.comparing(Other::houseWaybill));
        return named.subList(0, Math.min(Others.NAMED, named.size()));
    }

    private Map<String, Money> values(BigDecimal[] sums, long[] unknown) {
        var values = new HashMap<String, Money>();
        for (var i = 0; i < sums.length; i++) {
            if (unknown[i] == 0) {
                values.put(Member.VALUES.get(i), Amounts.of(Amounts.currency(currency), sums[i]));
            }
        }
        return values;
    }

    void write(Bytes bytes) {
        bytes.text(currency);
        bytes.number(parts.size());
        parts.forEach((of, part) -> write(bytes, of, part));
    }

    private static void write(Bytes bytes, Of of, Part part) {
        bytes.text(of.batch());
        bytes.text(of.type().name());
        bytes.number(part.count);
        for (var i = 0; i < part.sums.length; i++) {
            bytes.text(part.sums[i].stripTrailingZeros().toPlainString());
            bytes.number(part.unknown[i]);
        }
        bytes.number(part.first.size());
        part.first.forEach(bytes::text);
    }

    static Group read(ByteSource source) {
        var group = new Group(source.requiredText());
        for (var left = source.number(); left > 0; left--) {
            var of = new Of(source.requiredText(), ConsignmentType.valueOf(source.requiredText()));
            var part = new Part();
            part.count = source.number();
            for (var i = 0; i < part.sums.length; i++) {
                part.sums[i] = new BigDecimal(source.requiredText());
                part.unknown[i] = source.number();
            }
            for (var names = source.number(); names > 0; names--) {
                part.first.add(source.requiredText());
            }
            group.parts.put(of, part);
        }
        return group;
    }
}
