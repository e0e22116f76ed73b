package org.minimis.manifest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minimis.finding.Text;

/** What the header row of a CSV manifest says: which cell is which field. */
final class CsvLayout {

    private static final List<Field> DEMANDED = List.of(
            Field.MANIFEST,
            Field.CHANNEL,
            Field.HOUSE_WAYBILL,
            Field.TYPE,
            Field.DESTINATION_COUNTRY,
            Field.PIECES,
            Field.GROSS_KG,
            Field.DESCRIPTION,
            Field.QUANTITY,
            Field.VALUE,
            Field.CURRENCY);

    private final List<String> columns;
    private final List<CsvCell> cells = new ArrayList<>();
    private final CarrierProfile profile;
    private final long rowsStart;
    private final long rowsLine;

    private CsvLayout(List<String> columns, CarrierProfile profile, long rowsStart, long rowsLine) {
        this.columns = columns;
        this.profile = profile;
        this.rowsStart = rowsStart;
        this.rowsLine = rowsLine;
        for (var field : Field.values()) {
            var cell = profile.cell(field, columns);
            if (cell != null) {
                cells.add(cell);
            }
        }
    }

    /** Reads the header row, at which {@code window} must stand; a byte order mark before it is passed over. */
    static CsvLayout read(ByteWindow window, String shownName, @Nullable CarrierProfile carrier)
            throws IOException, ManifestException {
        var profile = carrier == null ? CarrierProfile.NONE : carrier;
        ByteOrderMark.refuseOthers(window, shownName);
        ByteOrderMark.pass(window);
        var rows = new CsvRows(window, profile.delimiter(), 0, 1);
        var row = new CsvRow();
        if (!rows.next(row)) {
            throw new ManifestException(shownName + ":1: the file is empty; it has to begin with a header row");
        }
        if (row.fault() != null) {
            throw new ManifestException("%s:%d: %s".formatted(shownName, row.line(), row.fault()));
        }
        var columns = new ArrayList<String>();
        for (var i = 0; i < row.cells(); i++) {
            columns.add(row.text(i) == null ? "" : row.text(i).strip());
        }
        check(columns, profile, shownName + ":" + row.line() + ": ");
        return new CsvLayout(columns, profile, rows.offset(), rows.line());
    }

    private static void check(List<String> columns, CarrierProfile profile, String where) throws ManifestException {
        var seen = new HashSet<String>();
        for (var column : columns) {
            if (!seen.add(column)) {
                throw new ManifestException(
                        "%sthe column '%s' stands there twice; remove one".formatted(where, Text.clip(column)));
            }
        }
        // Without a header the first row holds data, perhaps names: then none of it is quoted.
        if (columns.size() > 1 && columns.stream().noneMatch(profile::knows)) {
            throw new ManifestException(where
                    + "none of the columns is known; the first row has to be a header, or name a carrier profile");
        }
        for (var column : columns) {
            if (!profile.knows(column)) {
                throw new ManifestException(where + unknown(column, columns.size(), profile));
            }
        }
        var missing = DEMANDED.stream()
                .filter(field -> profile.cell(field, columns) == null)
                .map(Field::column)
                .collect(Collectors.joining("', '"));
        if (!missing.isEmpty()) {
            throw new ManifestException(
                    "%sthe header has no column for '%s'; add it or name a carrier profile".formatted(where, missing));
        }
    }

    private static String unknown(String column, int columns, CarrierProfile profile) {
        var other = Stream.of(",", ";", "\t", "|")
                .filter(delimiter -> columns == 1 && column.contains(delimiter))
                .findFirst();
        if (other.isPresent()) {
            return "the header has one column only; the delimiter may be '%s' and not '%s', say so in a carrier profile"
                    .formatted(other.get().equals("\t") ? "tab" : other.get(), profile.delimiter());
        }
        return "the column '%s' is not known; correct it or map it in a carrier profile".formatted(Text.clip(column));
    }

    int columns() {
        return columns.size();
    }

    CarrierProfile profile() {
        return profile;
    }

    /** How each field is had from a row, consignment fields first. */
    List<CsvCell> cells() {
        return cells;
    }

    int houseColumn() {
        return columns.indexOf(profile.columnOf(Field.HOUSE_WAYBILL));
    }

    String column(int place) {
        return columns.get(place);
    }

    /** The offset of the first row behind the header. */
    long rowsStart() {
        return rowsStart;
    }

    long rowsLine() {
        return rowsLine;
    }

    /** How the carrier calls that field: its own column where it has one. */
    String nameOf(Field field) {
        var column = profile.columnOf(field);
        return column == null || !columns.contains(column) ? field.column() : column;
    }
}
