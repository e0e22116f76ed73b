package org.minimis.manifest;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one carrier writes its CSV manifests: its names of the columns, its numbers and dates, and what it leaves out.
 *
 * <p>A profile translates; it never leaves a row out.
 */
public final class CarrierProfile {

    /** How quantity and price of one piece make the value of a line, for carriers that write no line total. */
    record LineValue(String quantityColumn, String unitPriceColumn) {}

    /** The names of a profile's parts, as the file holds them. */
    record Parts(
            Map<Field, String> columns,
            Map<Field, String> constants,
            Map<Field, String> templates,
            Map<Field, Map<String, String>> translations,
            @Nullable LineValue lineValue,
            Map<String, String> codes,
            Set<String> unused) {}

    /** Our own form: our names, comma, decimal point. */
    static final CarrierProfile NONE = new CarrierProfile(
            "",
            List.of(),
            ',',
            '.',
            null,
            new Parts(ownColumns(), Map.of(), Map.of(), Map.of(), null, Map.of(), Set.of()));

    private final String name;
    private final List<String> match;
    private final char delimiter;
    private final char decimal;
    private final @Nullable DateTimeFormatter arrivalForm;
    private final Parts parts;

    CarrierProfile(
            String name,
            List<String> match,
            char delimiter,
            char decimal,
            @Nullable DateTimeFormatter arrivalForm,
            Parts parts) {
        this.name = name;
        this.match = List.copyOf(match);
        this.delimiter = delimiter;
        this.decimal = decimal;
        this.arrivalForm = arrivalForm;
        this.parts = parts;
    }

    private static Map<Field, String> ownColumns() {
        var columns = new java.util.EnumMap<Field, String>(Field.class);
        for (var field : Field.values()) {
            columns.put(field, field.column());
        }
        return columns;
    }

    /** The name of its file without the ending, by which an operator asks for it. */
    public String name() {
        return name;
    }

    /** Is this the profile for a file of that name? */
    public boolean matches(String fileName) {
        return match.stream().anyMatch(glob -> Globs.matches(glob, fileName));
    }

    char delimiter() {
        return delimiter;
    }

    boolean hasDecimalComma() {
        return decimal == ',';
    }

    @Nullable
    DateTimeFormatter arrivalForm() {
        return arrivalForm;
    }

    Parts parts() {
        return parts;
    }

    /** The carrier's column for that field, or null. */
    @Nullable
    String columnOf(Field field) {
        if (field == Field.VALUE && parts.lineValue() != null) {
            return parts.lineValue().unitPriceColumn();
        }
        return parts.columns().get(field);
    }

    /** Has the profile a use for that column, or says that it has none? */
    boolean knows(String column) {
        var lineValue = parts.lineValue();
        return parts.columns().containsValue(column)
                || parts.unused().contains(column)
                || lineValue != null
                        && (lineValue.quantityColumn().equals(column)
                                || lineValue.unitPriceColumn().equals(column))
                || parts.templates().values().stream().anyMatch(template -> template.contains("{" + column + "}"));
    }

    /** How that field is had from rows under such a header, or null when it is not. */
    @Nullable
    CsvCell cell(Field field, List<String> header) {
        return new CarrierCells(this, header).cell(field);
    }
}
