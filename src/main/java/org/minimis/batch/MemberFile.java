package org.minimis.batch;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.minimis.consignment.ConsignmentType;
import org.minimis.ledger.FailPoints;
import org.minimis.regime.Aggregation;

/**
 * The consignments of one slice that the law may take together with others, as the screening keeps them beside the journals:
 * some 80 bytes each, and no file where there are none. Later batches of the same day or flight read it.
 */
final class MemberFile {

    private static final int KEY_BYTES = 16;

    private MemberFile() {}

    /** Looks through the slice. A file that is there is whole and stays. */
    static void write(Clearing clearing, SliceInfo slice, Path file) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        var bytes = bytes(clearing, slice);
        if (bytes != null) {
            WholeFile.replace(file, bytes);
            FailPoints.hit("members");
        }
    }

    /** The same consignments make the same bytes; null where there are none. */
    static byte @Nullable [] bytes(Clearing clearing, SliceInfo slice) throws IOException {
        var members = new Bytes();
        var scopes = new LinkedHashMap<Long, Integer>();
        var count = new long[1];
        clearing.members(slice, member -> {
            write(members, member, scopes);
            count[0]++;
        });
        if (count[0] == 0) {
            return null;
        }
        var head = new Bytes();
        head.number(scopes.size());
        scopes.keySet().forEach(scope -> head.signed(scope));
        head.number(count[0]);
        var all = members.buffer();
        head.write(all.array(), all.arrayOffset() + all.position(), all.remaining());
        return head.toArray();
    }

    private static void write(Bytes bytes, Member member, Map<Long, Integer> scopes) {
        bytes.number(member.line());
        bytes.text(member.houseWaybill());
        bytes.text(member.type().name());
        bytes.text(member.currency());
        for (var value : member.values()) {
            bytes.text(value == null ? null : value.toPlainString());
        }
        bytes.number(member.keys().size());
        new TreeMap<>(member.keys()).forEach((unit, key) -> {
            bytes.text(unit.word());
            var known = scopes.get(key.scope());
            var scope = known == null ? scopes.size() : known;
            scopes.putIfAbsent(key.scope(), scope);
            bytes.number(scope);
            bytes.write(
                    ByteBuffer.allocate(KEY_BYTES)
                            .putLong(key.first())
                            .putLong(key.second())
                            .array(),
                    0,
                    KEY_BYTES);
        });
    }

    /** Takes one consignment. */
    @FunctionalInterface
    interface Taker {
        void take(Member member) throws IOException;
    }

    /** The days and flights of a slice's consignments, hashed; none where there is no file. */
    static Set<Long> scopes(Path file) throws IOException {
        return Files.exists(file)
                ? Set.copyOf(scopes(new ByteSource(ByteBuffer.wrap(Files.readAllBytes(file)))))
                : Set.of();
    }

    private static List<Long> scopes(ByteSource source) {
        var scopes = new ArrayList<Long>();
        for (var left = source.number(); left > 0; left--) {
            scopes.add(source.signed());
        }
        return scopes;
    }

    /** Gives the consignments of a slice in order; none where there is no file. */
    static void read(Path file, Taker taker) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        var source = new ByteSource(ByteBuffer.wrap(Files.readAllBytes(file)));
        var scopes = scopes(source);
        for (var left = source.number(); left > 0; left--) {
            taker.take(member(source, scopes));
        }
    }

    private static Member member(ByteSource source, List<Long> scopes) {
        var line = source.number();
        var houseWaybill = source.requiredText();
        var type = ConsignmentType.valueOf(source.requiredText());
        var currency = source.requiredText();
        var values = new ArrayList<@Nullable BigDecimal>();
        for (var i = 0; i < Member.VALUES.size(); i++) {
            var value = source.text();
            values.add(value == null ? null : new BigDecimal(value));
        }
        var keys = new TreeMap<Aggregation, GroupKey>();
        for (var left = source.number(); left > 0; left--) {
            var unit = Aggregation.of(source.requiredText());
            var scope = scopes.get(source.count());
            var key = source.slice(KEY_BYTES);
            keys.put(unit, new GroupKey(key.getLong(0), key.getLong(8), scope));
        }
        return new Member(line, houseWaybill, type, currency, values, keys);
    }
}
