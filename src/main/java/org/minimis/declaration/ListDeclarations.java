package org.minimis.declaration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minimis.assessment.Assessment;
import org.minimis.assessment.DeclaredItem;
import org.minimis.assessment.Outcome;
import org.minimis.consignment.GoodsItem;
import org.minimis.finding.Finding;
import org.minimis.finding.Reason;

/**
 * Declares by lists: one JSON object and one line of CSV for each row, under the authority's names of the fields.
 *
 * <p>Each section of a list has its own files, so that a list is whole however its manifest was cut up.
 */
final class ListDeclarations {

    static final String CSV = ".csv";
    private static final String JSON = ".json";

    private final ListDeclarant declarant;
    private final ListForms forms;

    ListDeclarations(ListDeclarant declarant, ListForms forms) {
        this.declarant = declarant;
        this.forms = forms;
    }

    /** A list has no sizes; but no file may hold control characters or half characters. */
    Optional<Finding> obstacle(Outcome.Assessed assessed, String lrn) {
        var form = forms.of(assessed.assessment().dataset());
        for (var row : rows(form, assessed, lrn)) {
            for (var field : form.fields()) {
                var value = field.isText() ? field.of(row) : null;
                if (value != null && !Characters.areAllowed(value)) {
                    return Optional.of(Finding.referred(
                            Reason.INVALID_FIELD,
                            field.sources().get(0).word(),
                            "holds a control character or half a character, which no declaration takes; remove it"));
                }
            }
        }
        return Optional.empty();
    }

    List<DeclarationPiece> pieces(Outcome.Assessed assessed, String lrn) {
        var assessment = assessed.assessment();
        var form = forms.of(assessment.dataset());
        var rows = rows(form, assessed, lrn);
        var file = file(form, assessment);
        return List.of(
                new DeclarationPiece(file + JSON, json(form, rows)), new DeclarationPiece(file + CSV, csv(form, rows)));
    }

    /** What stands in the list of that dataset, in its order. */
    List<ListField> fields(String dataset) {
        return forms.of(dataset).fields();
    }

    /** The line of names with which a list begins. */
    byte[] header(String dataset) {
        var out = new Utf8(256);
        var isFirst = true;
        for (var field : forms.of(dataset).fields()) {
            (isFirst ? out : out.raw(',')).csv(field.name());
            isFirst = false;
        }
        return out.raw('\n').toBytes();
    }

    private String file(ListForm form, Assessment assessment) {
        var section = form.section(assessment);
        return declarant.regime() + "-" + assessment.dataset() + (section.isEmpty() ? "" : "-" + section);
    }

    private List<ListRow> rows(ListForm form, Outcome.Assessed assessed, String lrn) {
        var items = assessed.assessment().items();
        if (!form.isPerItem() || items.isEmpty()) {
            return List.of(row(form, assessed, lrn, null, assessed.consignment().goods()));
        }
        var rows = new ArrayList<ListRow>(items.size());
        for (var item : items) {
            rows.add(row(form, assessed, lrn, item, item.lines()));
        }
        return rows;
    }

    private ListRow row(
            ListForm form, Outcome.Assessed assessed, String lrn, @Nullable DeclaredItem item, List<GoodsItem> lines) {
        var assessment = assessed.assessment();
        return new ListRow(declarant, assessed.consignment(), assessment, lrn, form.section(assessment), item, lines);
    }

    private static byte[] json(ListForm form, List<ListRow> rows) {
        var out = Utf8.shared();
        for (var row : rows) {
            out.raw('{');
            for (var field : form.fields()) {
                var value = field.of(row);
                if (value != null) {
                    out.key(field.name()).json(value);
                }
            }
            out.raw('}').raw('\n');
        }
        return out.toBytes();
    }

    private static byte[] csv(ListForm form, List<ListRow> rows) {
        var out = Utf8.shared();
        for (var row : rows) {
            var isFirst = true;
            for (var field : form.fields()) {
                if (!isFirst) {
                    out.raw(',');
                }
                isFirst = false;
                var value = field.of(row);
                if (value != null) {
                    out.csv(field.isText() ? harmless(value) : value);
                }
            }
            out.raw('\n');
        }
        return out.toBytes();
    }

    /** A spreadsheet would run what begins like a formula. */
    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
