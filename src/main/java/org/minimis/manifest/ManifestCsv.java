package org.minimis.manifest;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.minimis.consignment.ConsignmentType;
import org.minimis.finding.Reason;
import org.minimis.finding.Source;

/** Reads a manifest of one row a goods line, with the rows of one house waybill together. */
final class ManifestCsv implements ManifestReader {

    private final CsvLayout layout;
    private final CsvGroups groups;
    private final String shownName;
    private final Draft draft = new Draft();
    private final Checks checks;
    private final Draft.Names names;
    private final Set<Integer> headColumns = new HashSet<>();

    ManifestCsv(CsvLayout layout, CsvGroups groups, String shownName, ReferenceData reference) {
        this.layout = layout;
        this.groups = groups;
        this.shownName = shownName;
        this.checks = new Checks(draft, reference);
        this.names = layout::nameOf;
        for (var cell : layout.cells()) {
            if (!cell.field().ofGoods()) {
                headColumns.addAll(cell.columns());
            }
        }
    }

    @Override
    public @Nullable ManifestRecord next() throws IOException {
        if (!groups.next()) {
            return null;
        }
        draft.clear(names);
        var source = new Source(shownName, groups.line());
        return fill() ? checks.record(source, groups.nextOffset()) : checks.unreadable(source, groups.nextOffset());
    }

    /** Fills the draft; false when a row of the consignment is none. */
    private boolean fill() {
        var whole = true;
        for (var row : groups.rows()) {
            if (row.fault() != null) {
                var where = row.line() == groups.line() ? "" : "line " + row.line();
                draft.reject(Reason.UNREADABLE_RECORD, where, row.fault());
                whole = false;
            }
        }
        if (!whole) {
            draft.set(Field.HOUSE_WAYBILL, 0, trustedHouseWaybill());
            return false;
        }
        fillHead();
        for (var row : groups.rows()) {
            fillGoods(row);
        }
        if (groups.hasTooMany()) {
            draft.reject(Reason.INVALID_FIELD, "", "there are more than 9999 rows of it; split the consignment");
        }
        return true;
    }

    /** In a torn row anything may stand where the house waybill should, even a name; names have no digits. */
    private @Nullable String trustedHouseWaybill() {
        var number = groups.houseWaybill();
        for (var row : groups.rows()) {
            if (row.cells() == layout.columns()) {
                return number;
            }
        }
        return number != null && number.chars().anyMatch(c -> c >= '0' && c <= '9') ? number : null;
    }

    private void fillHead() {
        var first = groups.rows().get(0);
        for (var cell : layout.cells()) {
            if (!cell.field().ofGoods()) {
                fill(cell, first, 0);
            }
        }
        splitTaxIds();
        for (var row : groups.rows()) {
            if (row != first) {
                compare(first, row);
            }
        }
    }

    private void fill(CsvCell cell, CsvRow row, int line) {
        var text = cell.source().text(row, draft, line);
        if (draft.get(cell.field(), line) != Draft.REFUSED) {
            draft.set(cell.field(), line, text);
        }
    }

    private void fillGoods(CsvRow row) {
        var line = draft.lines();
        if (isDocument(row)) {
            return;
        }
        draft.addGoods();
        for (var cell : layout.cells()) {
            if (cell.field().ofGoods()) {
                fill(cell, row, line);
            }
        }
    }

    /** A row of documents may say nothing of goods. */
    private boolean isDocument(CsvRow row) {
        if (!ConsignmentType.DOCUMENTS.name().equals(draft.get(Field.TYPE, 0))) {
            return false;
        }
        for (var cell : layout.cells()) {
            if (cell.field().ofGoods() && cell.columns().stream().anyMatch(column -> !row.isEmpty(column))) {
                return false;
            }
        }
        return true;
    }

    private void compare(CsvRow first, CsvRow row) {
        for (var column : headColumns) {
            if (!row.agrees(column, first)) {
                draft.reject(
                        Reason.CONTRADICTION,
                        layout.column(column),
                        "line " + row.line() + " says something else here than line " + first.line()
                                + "; rows of one house waybill have to agree");
            }
        }
    }

    private void splitTaxIds() {
        var text = draft.get(Field.TAX_IDS, 0);
        if (text == null || text.isBlank()) {
            return;
        }
        for (var part : text.split(";")) {
            if (part.isBlank()) {
                continue;
            }
            var colon = part.indexOf(':');
            draft.taxIds()
                    .add(
                            colon < 0
                                    ? new @Nullable String[] {part.strip(), null}
                                    : new @Nullable String[] {
                                        part.substring(0, colon).strip(),
                                        part.substring(colon + 1).strip()
                                    });
        }
    }

    @Override
    public void close() throws IOException {
        groups.close();
    }
}
