package org.minimis.manifest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the stretches of a slice in which consignments to some countries stand, so that only those are read in full before
 * they are cleared.
 *
 * <p>It finds too much rather than too little. What it cannot find, because its key is written with escapes, is assessed
 * with the finding that nobody looked for others.
 */
public final class DestinationScan {

    private DestinationScan() {}

    /** @return stretches in order, each beginning and ending where a record does; none where no record goes there */
    public static List<Slice> stretches(
            Path uncompressed,
            String shownName,
            ManifestFormat format,
            @Nullable CarrierProfile carrier,
            Slice slice,
            Set<String> countries)
            throws IOException, ManifestException {
        if (countries.isEmpty()) {
            return List.of();
        }
        if (format == ManifestFormat.NDJSON) {
            return new DestinationLines(uncompressed, slice, countries).stretches();
        }
        var layout = Manifests.layout(uncompressed, shownName, carrier);
        var column = column(layout);
        return column < 0 || holds(uncompressed, layout, slice, column, countries) ? List.of(slice) : List.of();
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

    private static boolean holds(Path file, CsvLayout layout, Slice slice, int column, Set<String> countries)
            throws IOException {
        try (var groups = Manifests.groups(file, layout, slice)) {
            while (groups.next()) {
                var text = groups.rows().get(0).text(column);
                if (text != null && countries.contains(text.strip().toUpperCase(Locale.ROOT))) {
                    return true;
                }
            }
        }
        return false;
    }
}
