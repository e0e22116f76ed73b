package org.minimis.declaration;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field of a list.
 *
 * @param name as the authority calls it
 * @param sources the first that says something is written
 */
record ListField(String name, List<Source> sources) {

    /** Where a field's value comes from. */
    interface Source {

        /** The word of {@code config/datasets} that names it. */
        String word();

        /** Could anything stand there that a manifest may hold? */
        boolean isText();

        @Nullable
        String of(ListRow row);
    }

    /** The value, or null where none of the sources says anything. */
    @Nullable
    String of(ListRow row) {
        for (var source : sources) {
            var value = source.of(row);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    boolean isText() {
        return sources.stream().anyMatch(Source::isText);
    }
}
