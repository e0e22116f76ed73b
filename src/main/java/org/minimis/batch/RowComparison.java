package org.minimis.batch;

import java.util.Iterator;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Compares rows that are expected, in the order of their places, with rows that are found in the same order.
 *
 * @param <R> kind of row
 */
final class RowComparison<R> {

    private final Iterator<R> expected;
    private final ToLongFunction<R> place;
    private final Function<R, Map<String, String>> fields;
    private final String where;
    private final String manifest;
    private final Differences differences;
    private @Nullable R current;

    /** @param where the rows are found: {@code in the book} */
    RowComparison(
            Iterator<R> expected,
            ToLongFunction<R> place,
            Function<R, Map<String, String>> fields,
            String where,
            String manifest,
            Differences differences) {
        this.expected = expected;
        this.place = place;
        this.fields = fields;
        this.where = where;
        this.manifest = manifest;
        this.differences = differences;
        advance();
    }

    private void advance() {
        current = expected.hasNext() ? expected.next() : null;
    }

    /** Takes the next row that is found. */
    void found(R row) {
        while (current != null && place.applyAsLong(current) < place.applyAsLong(row)) {
            differences.add(shown(current), "it is missing " + where);
            advance();
        }
        if (current == null || place.applyAsLong(current) != place.applyAsLong(row)) {
            differences.add(shown(row), "it stands %s, but no record makes it".formatted(where));
            return;
        }
        if (!current.equals(row)) {
            RowFields.compare(fields.apply(current), fields.apply(row), where, shown(current), differences);
        }
        advance();
    }

    /** No more rows are found. */
    void end() {
        while (current != null) {
            differences.add(shown(current), "it is missing " + where);
            advance();
        }
    }

    private String shown(R row) {
        var named = fields.apply(row);
        return "%s, line %s, house waybill %s".formatted(manifest, named.get("line"), named.get("house waybill"));
    }
}
