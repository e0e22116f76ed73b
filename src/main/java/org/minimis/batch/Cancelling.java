package org.minimis.batch;

import java.util.List;
import org.minimis.assessment.Outcome;
import org.minimis.finding.Finding;
import org.minimis.finding.Reason;
import org.minimis.ledger.AssessmentRow;

/**
 * Makes of an order to cancel what the journal keeps: what was posted is taken back, and in its place stands an assessment of
 * nothing, so that the message which cancels the declaration has its row like any other.
 */
final class Cancelling {

    private final Clearing clearing;
    private final Corrected corrected;

    Cancelling(Clearing clearing, Corrected corrected) {
        this.clearing = clearing;
        this.corrected = corrected;
    }

    Cleared cancel(Numbered record) {
        var houseWaybill = Clearing.houseWaybill(record.read());
        if (houseWaybill == null) {
            throw new IllegalStateException("an order to cancel names a house waybill");
        }
        var original = corrected.original(houseWaybill);
        if (original.isEmpty()) {
            return rejected(
                    record, houseWaybill, "no declaration of '%s' stands in that batch; see where 'find' has it");
        }
        var declared = original.get().declared();
        if (clearing.isBulk(declared.regime(), declared.dataset())) {
            return rejected(record, houseWaybill, "'%s' was declared in bulk; have its bundle amended by customs");
        }
        return new Cleared(
                record.read().nextOffset(),
                record.read().source().line(),
                nothing(record, houseWaybill, original.get()),
                List.of(),
                clearing.cancellation(declared, houseWaybill, RecordClearer.amendment(original.get())),
                null,
                new byte[0],
                RecordClearer.reversal(original.get().reversal(), record.place()));
    }

    private static AssessmentRow nothing(Numbered record, String houseWaybill, Corrected.Original original) {
        return new AssessmentRow(
                record.place(), houseWaybill, record.read().source().line(), original.declared(), 0, 0, 0, null, 0, 0);
    }

    private Cleared rejected(Numbered record, String houseWaybill, String why) {
        var outcome = new Outcome.Rejected(
                houseWaybill,
                List.of(Finding.rejected(Reason.CONTRADICTION, "houseWaybill", why.formatted(houseWaybill))));
        return new Cleared(
                record.read().nextOffset(),
                record.read().source().line(),
                null,
                List.of(),
                List.of(),
                RecordClearer.rejected(record, outcome),
                clearing.json(outcome));
    }
}
