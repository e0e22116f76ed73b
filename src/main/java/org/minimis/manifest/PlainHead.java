package org.minimis.manifest;

import org.jspecify.annotations.Nullable;
import org.minimis.manifest.PlainKeys.Key;

/** How the last line began: with the carriage, which is the same on all lines of a flight, so that it need not be read again. */
final class PlainHead {

    /** How many fields the carriage has; they are the first. */
    static final int FIELDS = Field.ARRIVAL.ordinal() + 1;

    static final long ALL = (1L << FIELDS) - 1;

    private static final long ABSENT = Long.MIN_VALUE;

    private final long[] places = new long[FIELDS];
    private @Nullable ByteText text;
    private long seen;
    private @Nullable Key last;

    /** Begins the line at {@code at} as the last one did? */
    boolean isAt(byte[] bytes, int at) {
        return text != null && text.isWithin(bytes, at) && text.isAt(bytes, at);
    }

    int length() {
        return text == null ? 0 : text.length();
    }

    /** The keys that stand in it, a bit for each field. */
    long seen() {
        return seen;
    }

    @Nullable
    Key last() {
        return last;
    }

    void forget() {
        text = null;
    }

    /** Remembers the line from {@code from} to {@code to}, where the first key behind the carriage stands. */
    void remember(Draft draft, int from, int to, long keys, @Nullable Key lastKey) {
        forget();
        for (var field = 0; field < FIELDS; field++) {
            if (draft.place(field) == 0 && draft.get(Draft.FIELDS[field], 0) != null) {
                // A text with foreign letters has no place.
                return;
            }
        }
        text = new ByteText(draft.bytes(), from, to);
        seen = keys;
        last = lastKey;
        for (var field = 0; field < FIELDS; field++) {
            var place = draft.place(field);
            places[field] = place == 0 ? ABSENT : place - both(from);
        }
    }

    void fill(Draft draft, int from) {
        for (var field = 0; field < FIELDS; field++) {
            if (places[field] != ABSENT) {
                draft.place(field, places[field] + both(from));
            }
        }
    }

    private static long both(int offset) {
        return (long) offset << Integer.SIZE | offset;
    }
}
