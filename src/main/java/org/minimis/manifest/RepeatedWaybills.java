package org.minimis.manifest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.minimis.finding.Finding;
import org.minimis.finding.Reason;

/**
 * Which records repeat a house waybill that stands earlier in the batch. The first one wins; it must not be declared twice.
 */
public final class RepeatedWaybills {

    private final List<WaybillKeys> slices = new ArrayList<>();
    private final List<Repeats> repeats = new ArrayList<>();
    private Table table = new Table(1 << 10);
    private int count;

    /** The repeats of slices that are given in the order of the batch. */
    public static RepeatedWaybills of(List<WaybillKeys> slicesInOrder) {
        var repeated = new RepeatedWaybills();
        slicesInOrder.forEach(repeated::add);
        return repeated;
    }

    private void add(WaybillKeys keys) {
        var slice = slices.size();
        slices.add(keys);
        repeats.add(new Repeats());
        for (var ordinal = 0; ordinal < keys.size(); ordinal++) {
            add(slice, ordinal);
        }
    }

    /** Adds a record to the table, or notes that it repeats one. */
    private void add(int slice, int ordinal) {
        var keys = slices.get(slice);
        if (!keys.hasKey(ordinal)) {
            return;
        }
        if (2 * count >= table.slices.length) {
            grow();
        }
        var at = find(table, keys, ordinal);
        if (table.slices[at] == 0) {
            table.put(at, slice, ordinal);
            count++;
        } else {
            repeats.get(slice).add(ordinal, table.slices[at] - 1, table.ordinals[at]);
        }
    }

    /** The place of that record's key in the table, or the free place for it. */
    private int find(Table in, WaybillKeys keys, int ordinal) {
        var mask = in.slices.length - 1;
        var at = (int) (keys.low(ordinal) >>> 7) & mask;
        while (in.slices[at] != 0) {
            var other = slices.get(in.slices[at] - 1);
            var place = in.ordinals[at];
            if (other.low(place) == keys.low(ordinal) && other.high(place) == keys.high(ordinal)) {
                break;
            }
            at = at + 1 & mask;
        }
        return at;
    }

    private void grow() {
        var old = table;
        var larger = new Table(2 * old.slices.length);
        for (var i = 0; i < old.slices.length; i++) {
            if (old.slices[i] != 0) {
                var slice = old.slices[i] - 1;
                larger.put(find(larger, slices.get(slice), old.ordinals[i]), slice, old.ordinals[i]);
            }
        }
        table = larger;
    }

    /** Has that slice any repeats? */
    public boolean anyIn(int slice) {
        return repeats.get(slice).size > 0;
    }

    /** How many records of that slice are repeats. */
    public int countIn(int slice) {
        return repeats.get(slice).size;
    }

    /**
     * Why that record is rejected, or null when its house waybill is the first of its number.
     *
     * @param slice place in the list that was given
     * @param ordinal place of the record in its slice, from 0
     */
    public @Nullable Finding finding(int slice, int ordinal) {
        var repeat = repeats.get(slice).find(ordinal);
        if (repeat < 0) {
            return null;
        }
        var keys = slices.get(repeats.get(slice).firstSlices[repeat]);
        return repeated(keys.shownName(), keys.line(repeats.get(slice).firstOrdinals[repeat]));
    }

    private static Finding repeated(String shownName, long line) {
        return Finding.rejected(
                Reason.REPEATED_HOUSE_WAYBILL,
                Field.HOUSE_WAYBILL.path(),
                "the house waybill stands in " + shownName + ":" + line + " already; give each consignment its own");
    }

    /** The repeats of one slice, in its order, each with the place of the first of its number. */
    private static final class Repeats {

        private int[] ordinals = new int[4];
        private int[] firstSlices = new int[4];
        private int[] firstOrdinals = new int[4];
        private int size;

        void add(int ordinal, int firstSlice, int firstOrdinal) {
            if (size == ordinals.length) {
                ordinals = Arrays.copyOf(ordinals, 2 * size);
                firstSlices = Arrays.copyOf(firstSlices, 2 * size);
                firstOrdinals = Arrays.copyOf(firstOrdinals, 2 * size);
            }
            ordinals[size] = ordinal;
            firstSlices[size] = firstSlice;
            firstOrdinals[size++] = firstOrdinal;
        }

        int find(int ordinal) {
            return Arrays.binarySearch(ordinals, 0, size, ordinal);
        }
    }

    /** Slices count from 1, so that 0 is a free place. */
    private static final class Table {

        private final int[] slices;
        private final int[] ordinals;

        Table(int size) {
            slices = new int[size];
            ordinals = new int[size];
        }

        void put(int at, int slice, int ordinal) {
            slices[at] = slice + 1;
            ordinals[at] = ordinal;
        }
    }

    /** Watches records as they come, for commands that read once. */
    public static final class Watch {

        private final RepeatedWaybills repeated = new RepeatedWaybills();
        private @Nullable WaybillKeys keys;

        /** Starts another manifest. */
        public void manifest(String shownName) {
            keys = new WaybillKeys(shownName);
            repeated.slices.add(keys);
            repeated.repeats.add(new Repeats());
        }

        /** Notes a record; answers why it is rejected, or null when its house waybill is new. */
        public @Nullable Finding next(ManifestRecord record) {
            var source = record.source();
            if (keys == null || !keys.shownName().equals(source.file())) {
                manifest(source.file());
            }
            keys.add(houseWaybill(record), source.line());
            var slice = repeated.slices.size() - 1;
            repeated.add(slice, keys.size() - 1);
            return repeated.finding(slice, keys.size() - 1);
        }

        private static @Nullable String houseWaybill(ManifestRecord record) {
            return record instanceof ManifestRecord.Readable readable
                    ? readable.consignment().houseWaybill().number()
                    : ((ManifestRecord.Unreadable) record).houseWaybill();
        }
    }
}
