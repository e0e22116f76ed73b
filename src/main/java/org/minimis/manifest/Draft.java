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
    private long[] places = new long[Field.HEAD];
    private byte[] bytes = {};
    private int lines;
    private boolean lastHead;
    private Names names = Field::path;

    void clear(Names newNames) {
        names = newNames;
        var used = slots();
        Arrays.fill(texts, 0, used, null);
        Arrays.fill(places, 0, used, 0);
        lines = 0;
        lastHead = false;
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
            places = Arrays.copyOf(places, room);
        }
    }

    private int slots() {
        return Field.HEAD + lines * Field.GOODS;
    }

    /** Does it certainly begin with the same carriage as the draft before it? */
    boolean hasLastHead() {
        return lastHead;
    }

    void hasLastHead(boolean has) {
        lastHead = has;
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
        places[slot] = from == to ? 0 : (long) from << Integer.SIZE | to;
    }

    void place(int slot, long place) {
        places[slot] = place;
    }

    /** Where the slot's text stands, or 0 where it has no place. */
    long place(int slot) {
        return places[slot];
    }

    static int start(long place) {
        return (int) (place >>> Integer.SIZE);
    }

    static int end(long place) {
        return (int) place;
    }

    static int length(long place) {
        return end(place) - start(place);
    }

    String textAt(long place) {
        return new String(bytes, start(place), length(place), StandardCharsets.ISO_8859_1);
    }

    void text(int slot, @Nullable String text) {
        texts[slot] = text;
        places[slot] = 0;
    }

    @Nullable
    String get(Field field, int line) {
        var slot = slot(field, line);
        if (places[slot] != 0) {
            text(slot, textAt(places[slot]));
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
