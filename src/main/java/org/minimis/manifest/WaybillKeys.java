package org.minimis.manifest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The house waybills of one slice, in its order, each as a fingerprint of 128 bits and a line: a night of millions fits
 * into memory. Records without a house waybill have a place and no key.
 */
public final class WaybillKeys {

    private final String shownName;
    private long[] high = new long[256];
    private long[] low = new long[256];
    private long[] lines = new long[256];
    private int size;

    WaybillKeys(String shownName) {
        this.shownName = shownName;
    }

    /**
     * Reads nothing but the house waybills of a slice; the records have the same order and number as those of
     * {@link Manifests#open}.
     */
    public static WaybillKeys read(
            Path uncompressed, String shownName, ManifestFormat format, @Nullable CarrierProfile carrier, Slice slice)
            throws IOException, ManifestException {
        var keys = new WaybillKeys(shownName);
        if (format == ManifestFormat.NDJSON) {
            try (var lines = new TextLines(Manifests.window(uncompressed, slice), slice.firstLine())) {
                while (lines.next()) {
                    keys.add(WaybillJson.houseWaybill(lines), lines.line());
                }
            }
            return keys;
        }
        var layout = Manifests.layout(uncompressed, shownName, carrier);
        try (var groups = Manifests.groups(uncompressed, layout, slice)) {
            while (groups.next()) {
                keys.add(groups.houseWaybill(), groups.line());
            }
        }
        return keys;
    }

    void add(@Nullable String houseWaybill, long line) {
        if (size == lines.length) {
            high = Arrays.copyOf(high, 2 * size);
            low = Arrays.copyOf(low, 2 * size);
            lines = Arrays.copyOf(lines, 2 * size);
        }
        var number = houseWaybill == null ? null : Texts.clean(houseWaybill);
        if (number != null && !number.isEmpty()) {
            var bytes = number.getBytes(StandardCharsets.UTF_8);
            high[size] = hash(bytes, 0x9e3779b97f4a7c15L, 0x9fb21c651e98df25L) | 1; // never zero: zero is none
            low[size] = hash(bytes, 0xc2b2ae3d27d4eb4fL, 0xd6e8feb86659fd93L);
        }
        lines[size++] = line;
    }

    private static long hash(byte[] bytes, long seed, long factor) {
        var hash = seed ^ bytes.length * 0xff51afd7ed558ccdL;
        for (var b : bytes) {
            hash = (hash ^ b) * factor;
            hash ^= hash >>> 29;
        }
        hash *= 0xc4ceb9fe1a85ec53L;
        return hash ^ hash >>> 32;
    }

    /** How many records the slice has. */
    public int size() {
        return size;
    }

    /** The manifest, as messages name it. */
    public String shownName() {
        return shownName;
    }

    boolean hasKey(int ordinal) {
        return high[ordinal] != 0;
    }

    long high(int ordinal) {
        return high[ordinal];
    }

    long low(int ordinal) {
        return low[ordinal];
    }

    long line(int ordinal) {
        return lines[ordinal];
    }
}
