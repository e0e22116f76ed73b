package org.minimis.batch;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.minimis.consignment.ConsignmentType;
import org.minimis.regime.Aggregation;
import org.minimis.regime.Others;
import org.minimis.regime.Together;

/**
 * What the consignments of one slice are taken together with. Kept with the journals, because other batches have been added
 * to it that may since have been corrected.
 *
 * <p>In memory it takes 20 bytes for each consignment that was looked at, some 200 for one that is not alone, and its groups.
 */
final class Companions {

    static final int NO_KEY = 0;
    static final int ALONE = 1;
    /** The first group; the next one is one more. */
    static final int GROUPED = 2;

    private static final Companions NONE = new Companions(0, new long[0], new int[0], Map.of(), List.of());
    private static final int UNITS = Aggregation.values().length;

    private final long round;
    private final long[] lines;
    private final int[] references;
    private final Map<Long, Member> own;
    private final List<Group> groups;

    private Companions(long round, long[] lines, int[] references, Map<Long, Member> own, List<Group> groups) {
        this.round = round;
        this.lines = lines;
        this.references = references;
        this.own = own;
        this.groups = groups;
    }

    /** The others of the consignment whose record starts on that line. */
    Together at(long line) {
        var place = Arrays.binarySearch(lines, line);
        return place < 0 ? Together.NOT_LOOKED : (unit, types) -> others(place, unit, types);
    }

    private @Nullable Others others(int place, Aggregation unit, Set<ConsignmentType> types) {
        var reference = references[place * UNITS + unit.ordinal()];
        if (reference < GROUPED) {
            return reference == NO_KEY ? null : Others.NONE;
        }
        return groups.get(reference - GROUPED).without(own.get(lines[place]), types);
    }

    /** In which turn they were decided, from 1: a manifest that failed at first comes in a later one. */
    long round() {
        return round;
    }

    /** The lines of consignments that have other company in the batch itself than {@code again} gives them. */
    List<Long> differing(Companions again) {
        var differing = new ArrayList<Long>();
        for (var i = 0; i < lines.length; i++) {
            for (var unit : Aggregation.values()) {
                var other = Arrays.binarySearch(again.lines, lines[i]);
                if (other < 0 || !here(i, unit).equals(again.here(other, unit))) {
                    differing.add(lines[i]);
                    break;
                }
            }
        }
        if (lines.length < again.lines.length) {
            differing.add(again.lines[0]);
        }
        return differing;
    }

    private String here(int place, Aggregation unit) {
        var reference = references[place * UNITS + unit.ordinal()];
        if (reference < GROUPED) {
            return reference == NO_KEY ? "unknown" : "alone";
        }
        var group = groups.get(reference - GROUPED);
        return group.count("") < 2 ? "alone" : group.here();
    }

    /** Nobody, where there is no file. */
    static Companions read(Path file) throws IOException {
        return Files.exists(file) ? of(Files.readAllBytes(file)) : NONE;
    }

    static Companions of(byte[] bytes) {
        var source = new ByteSource(ByteBuffer.wrap(bytes));
        var round = source.number();
        var groups = new ArrayList<Group>();
        for (var left = source.number(); left > 0; left--) {
            groups.add(Group.read(source));
        }
        var lines = new long[source.count()];
        var references = new int[lines.length * UNITS];
        var own = new HashMap<Long, Member>();
        for (var i = 0; i < lines.length; i++) {
            lines[i] = source.number() + (i == 0 ? 0 : lines[i - 1]);
            var isGrouped = false;
            for (var unit = 0; unit < UNITS; unit++) {
                references[i * UNITS + unit] = source.count();
                isGrouped |= references[i * UNITS + unit] >= GROUPED;
            }
            if (isGrouped) {
                own.put(lines[i], own(source, lines[i]));
            }
        }
        return new Companions(round, lines, references, own, groups);
    }

    private static Member own(ByteSource source, long line) {
        var houseWaybill = source.requiredText();
        var type = ConsignmentType.valueOf(source.requiredText());
        var values = new ArrayList<@Nullable BigDecimal>();
        for (var i = 0; i < Member.VALUES.size(); i++) {
            var value = source.text();
            values.add(value == null ? null : new BigDecimal(value));
        }
        return new Member(line, houseWaybill, type, "", values, Map.of());
    }

    /** Collects what is written of one slice, while its groups are found a part at a time. */
    static final class Draft {

        private final Bytes groups = new Bytes();
        private int count;
        private int[] references = new int[UNITS];

        /** @return its reference */
        int add(Group group) {
            group.write(groups);
            return GROUPED + count++;
        }

        /** @param place of the consignment among those of the slice */
        void refer(int place, Aggregation unit, int reference) {
            var at = place * UNITS + unit.ordinal();
            if (at >= references.length) {
                references = Arrays.copyOf(references, Math.max(at + UNITS, 2 * references.length));
            }
            references[at] = reference;
        }

        /** Those that were looked at are in {@code members}. */
        byte[] bytes(long round, Path members) throws IOException {
            var bytes = new Bytes();
            bytes.number(round);
            bytes.number(count);
            var all = groups.buffer();
            bytes.write(all.array(), all.arrayOffset() + all.position(), all.remaining());
            var lines = new Bytes();
            var seen = new long[2];
            MemberFile.read(members, member -> {
                lines.number(member.line() - seen[1]);
                write(lines, (int) seen[0], member);
                seen[0]++;
                seen[1] = member.line();
            });
            bytes.number(seen[0]);
            var rest = lines.buffer();
            bytes.write(rest.array(), rest.arrayOffset() + rest.position(), rest.remaining());
            return bytes.toArray();
        }

        private void write(Bytes bytes, int place, Member member) {
            var isGrouped = false;
            for (var unit = 0; unit < UNITS; unit++) {
                var at = place * UNITS + unit;
                var reference = at < references.length ? references[at] : NO_KEY;
                bytes.number(reference);
                isGrouped |= reference >= GROUPED;
            }
            if (isGrouped) {
                bytes.text(member.houseWaybill());
                bytes.text(member.type().name());
                for (var value : member.values()) {
                    bytes.text(value == null ? null : value.toPlainString());
                }
            }
        }
    }
}
