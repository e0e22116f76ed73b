package org.minimis.batch;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
    private static final int HEAD = 1 << 12;

    private MemberFile() {}

    /** Collects what the file will hold; the same consignments make the same bytes. */
    static final class Draft implements Clearing.Members {

        private final Bytes members = new Bytes();
        private final LinkedHashMap<Long, Integer> scopes = new LinkedHashMap<>();
        private long count;

        @Override
        public void take(Member member) {
            members.number(member.line());
            members.text(member.houseWaybill());
            members.text(member.type().name());
            members.text(member.currency());
            for (var value : member.values()) {
                members.text(value == null ? null : value.toPlainString());
            }
            members.number(member.keys().size());
            new TreeMap<>(member.keys()).forEach(this::write);
            count++;
        }

        private void write(Aggregation unit, GroupKey key) {
            members.text(unit.word());
            var known = scopes.putIfAbsent(key.scope(), scopes.size());
            members.number(known == null ? scopes.size() - 1 : known);
            var bytes = ByteBuffer.allocate(KEY_BYTES).putLong(key.first()).putLong(key.second());
            members.write(bytes.array(), 0, KEY_BYTES);
        }

        /** Null where there are none. */
        byte @Nullable [] bytes() {
            if (count == 0) {
                return null;
            }
            var all = new Bytes();
            all.number(scopes.size());
            scopes.keySet().forEach(all::signed);
            all.number(count);
            var rest = members.buffer();
            all.write(rest.array(), rest.arrayOffset() + rest.position(), rest.remaining());
            return all.toArray();
        }

        void write(Path file) {
            var bytes = bytes();
            if (bytes != null) {
                WholeFile.replace(file, bytes);
                FailPoints.hit("members");
            }
        }
    }

    /** Takes one consignment. */
    @FunctionalInterface
    interface Taker {
        void take(Member member) throws IOException;
    }

    /** The days and flights of a slice's consignments, hashed; none where there is no file. Reads no more than they take. */
    static Set<Long> scopes(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Set.of();
        }
        for (var length = HEAD; ; length *= 2) {
            try (var in = Files.newInputStream(file)) {
                var head = in.readNBytes(length);
                return Set.copyOf(scopes(new ByteSource(ByteBuffer.wrap(head))));
            } catch (BufferUnderflowException e) {
                if (length > Files.size(file)) {
                    throw new IOException(file + ": it is torn; restore it", e);
                }
            }
        }
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
