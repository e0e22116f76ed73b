package org.minimis.manifest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one field is had from a row.
 *
 * @param field the field
 * @param columns the places of the cells that it is made of
 * @param source makes the text; it may complain to the draft
 */
record CsvCell(Field field, List<Integer> columns, Source source) {

    /** Makes the text of a field from a row. */
    interface Source {

        /** @param line the goods line that the row stands for */
        @Nullable
        String text(CsvRow row, Draft draft, int line);
    }
}
