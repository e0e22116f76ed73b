package org.minimis.manifest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Notes, while a slice is screened, where consignments to some countries stand, so that only those are read in full before
 * they are cleared. A JSON line costs it a comparison at the place where the line before had its destination.
 *
 * <p>It finds too much rather than too little. What it cannot find, because its key is written with escapes, is assessed
 * with the finding that nobody looked for others.
 */
public final class DestinationProbe {

    private static final byte[] KEY = "\"destinationCountry\"".getBytes(StandardCharsets.US_ASCII);
    /** How far the key may be moved on where the byte under its end is this one. */
    private static final int[] SHIFT = shifts();
    /** Two stretches that lie closer are read as one. */
    private static final int GAP = 1 << 16;

    private final Set<String> countries;
    private final boolean[] wanted = new boolean[1 << 16];
    private final List<Slice> stretches = new ArrayList<>();
    private int last;
    private int column = -1;
    private boolean isWhole;

    /** @param countries two capital letters each */
    public DestinationProbe(Set<String> countries) {
        this.countries = countries;
        for (var country : countries) {
            wanted[country.charAt(0) << 8 | country.charAt(1)] = true;
        }
    }

    private static int[] shifts() {
        var shifts = new int[256];
        Arrays.fill(shifts, KEY.length);
        for (var i = 0; i < KEY.length - 1; i++) {
            shifts[KEY[i]] = KEY.length - 1 - i;
        }
        return shifts;
    }

    /** Stretches of the slice in order, each beginning and ending where a record does; none where no record goes there. */
    public List<Slice> stretches(Slice slice) {
        return isWhole ? List.of(slice) : List.copyOf(stretches);
    }

    /** Looks at a JSON line. */
    void line(TextLines lines) {
        if (countries.isEmpty() || lines.isTooLong()) {
            return;
        }
        var bytes = lines.bytes();
        var start = lines.start();
        var end = start + lines.length();
        if (!isKey(bytes, start + last, end)) {
            var found = find(bytes, start, end);
            if (found < 0) {
                return;
            }
            last = found - start;
        }
        if (isWanted(bytes, start + last + KEY.length, end)) {
            add(lines.offset(), lines.nextOffset(), lines.line());
        }
    }

    private static int find(byte[] bytes, int start, int end) {
        for (var at = start + KEY.length - 1; at < end; at += SHIFT[bytes[at] & 0xff]) {
            if (isKey(bytes, at - KEY.length + 1, end)) {
                return at - KEY.length + 1;
            }
        }
        return -1;
    }

    private static boolean isKey(byte[] bytes, int at, int end) {
        return at + KEY.length <= end && Arrays.equals(bytes, at, at + KEY.length, KEY, 0, KEY.length);
    }

    /** Stands a wanted country behind the key, or something that is no country? */
    private boolean isWanted(byte[] bytes, int from, int end) {
        var at = blanks(bytes, from, end);
        if (at < end && bytes[at] == ':') {
            at = blanks(bytes, at + 1, end);
            if (at + 3 < end && bytes[at] == '"' && bytes[at + 3] == '"') {
                return wanted[(bytes[at + 1] & 0xdf) << 8 | bytes[at + 2] & 0xdf];
            }
        }
        return true;
    }

    private static int blanks(byte[] bytes, int from, int end) {
        var at = from;
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\t')) {
            at++;
        }
        return at;
    }

    private void add(long start, long end, long line) {
        var before = stretches.isEmpty() ? null : stretches.get(stretches.size() - 1);
        if (before != null && start - before.end() <= GAP) {
            stretches.set(stretches.size() - 1, new Slice(0, before.start(), end, before.firstLine()));
        } else {
            stretches.add(new Slice(0, start, end, line));
        }
    }

    /** Looks at the header row of a CSV manifest. */
    void header(CsvLayout layout) {
        column = countries.isEmpty() ? -1 : column(layout);
        isWhole = column < 0 && !countries.isEmpty();
    }

    /** The column that holds the country as it is; -1 where the carrier's profile makes it of something else. */
    private static int column(CsvLayout layout) {
        var field = Field.DESTINATION_COUNTRY;
        var profile = layout.profile();
        if (profile.parts().translations().containsKey(field)) {
            return -1;
        }
        var name = profile.columnOf(field);
        for (var i = 0; i < layout.columns(); i++) {
            if (layout.column(i).equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** Looks at the first row of a house waybill: where one is wanted, all of the slice is. */
    void group(CsvGroups groups) {
        if (column >= 0 && !isWhole) {
            isWhole = isWanted(groups.rows().get(0).text(column));
        }
    }

    private boolean isWanted(@Nullable String text) {
        return text != null && countries.contains(text.strip().toUpperCase(Locale.ROOT));
    }
}
