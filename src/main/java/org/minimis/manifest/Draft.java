package org.minimis.manifest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.minimis.finding.Finding;
import org.minimis.finding.Reason;

/**
 * One consignment as text, before anything is believed of it. Every format fills the same draft, so that the same content
 * becomes the same consignment.
 *
 * <p>Each field has a slot, which holds a text, or the place in the manifest's bytes where a plain text stands: printable
 * ASCII with no blank at either end. Most values are read from their bytes and never become a text.
 */
final class Draft {

    /** Stands for a value that was refused already, so that nobody calls it missing as well. */
    @SuppressWarnings("StringOperationCanBeSimplified")
    static final String REFUSED = new String("");

    /** ICS2 takes that many goods lines in one house consignment. */
    static final int GOODS_MAX = 9_999;

    /** All fields; asking the enumeration copies them every time. */
    static final Field[] FIELDS = Field.values();

    /** How a format names its fields in findings. */
    interface Names {
        String of(Field field);
    }

    private final List<@Nullable String[]> taxIds = new ArrayList<>();
    private final Findings findings = new Findings();
    private @Nullable String[] texts = new @Nullable String[Field.HEAD];
    private int[] starts = new int[Field.HEAD];
    private int[] ends = new int[Field.HEAD];
    private byte[] bytes = {};
    private int lines;
    private Names names = Field::path;

    void clear(Names newNames) {
        names = newNames;
        var used = slots();
        Arrays.fill(texts, 0, used, null);
        Arrays.fill(ends, 0, used, 0);
        lines = 0;
        taxIds.clear();
        findings.clear();
    }

    Findings findings() {
        return findings;
    }

    /** How many goods lines there are. */
    int lines() {
        return lines;
    }

    /** Pairs of scheme and value. */
    List<@Nullable String[]> taxIds() {
        return taxIds;
    }

    void addGoods() {
        lines++;
        if (slots() > texts.length) {
            var room = 2 * slots();
            texts = Arrays.copyOf(texts, room);
            starts = Arrays.copyOf(starts, room);
            ends = Arrays.copyOf(ends, room);
        }
    }

    private int slots() {
        return Field.HEAD + lines * Field.GOODS;
    }

    /** Where that field of that goods line, or of the consignment, is held. */
    static int slot(Field field, int line) {
        return field.ofGoods() ? field.ordinal() + line * Field.GOODS : field.ordinal();
    }

    /** The bytes in which the places are. */
    byte[] bytes() {
        return bytes;
    }

    /** From now on places are in these bytes. */
    void places(byte[] in) {
        bytes = in;
    }

    /** Notes that a text of printable ASCII stands there. */
    void place(int slot, int start, int end) {
        var from = start;
        var to = end;
        while (from < to && bytes[from] == ' ') {
            from++;
        }
        while (from < to && bytes[to - 1] == ' ') {
            to--;
        }
        starts[slot] = from;
        ends[slot] = from == to ? 0 : to;
    }

    /** Does the slot hold a place? */
    boolean isPlace(int slot) {
        return ends[slot] != 0;
    }

    int start(int slot) {
        return starts[slot];
    }

    int end(int slot) {
        return ends[slot];
    }

    void text(int slot, @Nullable String text) {
        texts[slot] = text;
        ends[slot] = 0;
    }

    @Nullable
    String get(Field field, int line) {
        var slot = slot(field, line);
        if (ends[slot] != 0) {
            text(slot, new String(bytes, starts[slot], ends[slot] - starts[slot], StandardCharsets.ISO_8859_1));
        }
        return texts[slot];
    }

    void set(Field field, int line, @Nullable String text) {
        text(slot(field, line), text);
    }

    /** How findings name that field of that goods line, or of the consignment. */
    String name(Field field, int line) {
        return field.ofGoods() ? "goods[" + line + "]." + names.of(field) : names.of(field);
    }

    /** Rejects the record for one value, and takes the value away. */
    void refuse(Field field, int line, Reason reason, String message) {
        findings.add(Finding.rejected(reason, name(field, line), message));
        set(field, line, REFUSED);
    }

    /** Rejects the record for something that is no field of ours. */
    void reject(Reason reason, String where, String message) {
        findings.add(Finding.rejected(reason, where, message));
    }
}
