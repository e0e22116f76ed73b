package org.minimis.batch;

import java.util.List;
import java.util.Optional;
import org.javamoney.moneta.Money;
import org.jspecify.annotations.Nullable;
import org.minimis.assessment.Assessment;
import org.minimis.assessment.Outcome;
import org.minimis.declaration.Amendment;
import org.minimis.finding.Finding;
import org.minimis.finding.Reason;
import org.minimis.ledger.AssessmentRow;
import org.minimis.ledger.Declared;
import org.minimis.ledger.ExceptionRow;
import org.minimis.ledger.TenThousandths;
import org.minimis.manifest.ManifestRecord;

/** Makes of one record what the journal keeps: assessed, referred or rejected, and nothing else. */
final class RecordClearer {

    private static final int HOUSE_WAYBILL_LENGTH_MAX = 35;
    private static final byte[] NOTHING = {};

    private final Clearing clearing;
    private final Corrected corrected;

    RecordClearer(Clearing clearing, Corrected corrected) {
        this.clearing = clearing;
        this.corrected = corrected;
    }

    Cleared clear(Numbered record) {
        if (corrected.cancels()) {
            return new Cancelling(clearing, corrected).cancel(record);
        }
        var outcome = outcome(record);
        return outcome.match(
                assessed -> assessed(record, assessed),
                referred -> exception(record, outcome, referred(record, referred)),
                rejected -> exception(record, outcome, rejected(record, rejected)));
    }

    private Outcome outcome(Numbered record) {
        if (record.takenBy() != null && record.read() instanceof ManifestRecord.Readable readable) {
            var houseWaybill = readable.consignment().houseWaybill().number();
            return record.takenBy().equals(Taken.HERE)
                    ? repeated(houseWaybill)
                    : alreadyDeclared(houseWaybill, record.takenBy());
        }
        var outcome = clearing.assess(record.read(), record.together());
        if (outcome instanceof Outcome.Assessed assessed && !fits(assessed.assessment())) {
            return outsized(assessed.consignment().houseWaybill().number());
        }
        return outcome instanceof Outcome.Assessed assessed ? amendable(assessed) : outcome;
    }

    /** A consignment that corrects another, unless its declaration cannot be amended. */
    private Outcome amendable(Outcome.Assessed assessed) {
        var original = original(assessed);
        if (original.isEmpty()) {
            return assessed;
        }
        var now = declared(assessed.assessment());
        var obstacle = Corrected.obstacle(original.get(), now, clearing.isBulk(now.regime(), now.dataset()));
        return obstacle == null
                ? assessed
                : assessed.referred(Finding.referred(Reason.LAW_DOES_NOT_DECIDE, "houseWaybill", obstacle));
    }

    private Optional<Corrected.Original> original(Outcome.Assessed assessed) {
        return corrected.original(assessed.consignment().houseWaybill().number());
    }

    static Outcome repeated(String houseWaybill) {
        return new Outcome.Rejected(
                houseWaybill,
                List.of(Finding.rejected(
                        Reason.REPEATED_HOUSE_WAYBILL,
                        "houseWaybill",
                        "'%s' stands earlier in this batch; correct the number or leave the record out"
                                .formatted(houseWaybill))));
    }

    private static Outcome alreadyDeclared(String houseWaybill, String batch) {
        return new Outcome.Rejected(
                houseWaybill,
                List.of(Finding.rejected(
                        Reason.ALREADY_DECLARED,
                        "houseWaybill",
                        "'%s' is declared by batch %s; correct the number, or amend that batch"
                                .formatted(houseWaybill, batch))));
    }

    private static boolean fits(Assessment assessment) {
        return TenThousandths.fits(assessment.intrinsicValue())
                && TenThousandths.fits(assessment.customsValue())
                && TenThousandths.fits(assessment.total())
                && (assessment.vatBase() == null || TenThousandths.fits(assessment.vatBase()));
    }

    private static Outcome outsized(String houseWaybill) {
        return new Outcome.Rejected(
                houseWaybill,
                List.of(Finding.rejected(
                        Reason.INVALID_FIELD,
                        "goods",
                        "an amount has more than fourteen digits before the point; correct the values")));
    }

    private Cleared assessed(Numbered record, Outcome.Assessed outcome) {
        var original = original(outcome);
        var pieces =
                original.map(one -> clearing.pieces(outcome, amendment(one))).orElseGet(() -> clearing.pieces(outcome));
        if (pieces.isEmpty()) {
            throw new IllegalStateException("dataset %s has no declaration"
                    .formatted(outcome.assessment().dataset()));
        }
        var read = record.read();
        return new Cleared(
                read.nextOffset(),
                read.source().line(),
                row(record, outcome),
                outcome.assessment().fees(),
                pieces,
                null,
                NOTHING,
                original.map(one -> reversal(one.reversal(), record.place())).orElse(null));
    }

    static Amendment amendment(Corrected.Original original) {
        return new Amendment(
                original.reversal().lrn(), original.batch(), original.reversal().reason());
    }

    static Reversal reversal(Reversal found, long place) {
        return new Reversal(place, found.original(), found.lrn(), found.reason(), found.cancels(), found.owed());
    }

    private AssessmentRow row(Numbered record, Outcome.Assessed outcome) {
        var assessment = outcome.assessment();
        var vatBase = assessment.vatBase();
        return new AssessmentRow(
                record.place(),
                outcome.consignment().houseWaybill().number(),
                record.read().source().line(),
                declared(assessment),
                TenThousandths.shown(assessment.intrinsicValue()),
                TenThousandths.shown(assessment.customsValue()),
                TenThousandths.exact(assessment.duty()),
                vatBase == null ? null : TenThousandths.shown(vatBase),
                TenThousandths.exact(assessment.vat()),
                TenThousandths.exact(assessment.feesTotal()));
    }

    private Declared declared(Assessment assessment) {
        return new Declared(
                assessment.regime(),
                assessment.state(),
                clearing.office(assessment.regime(), assessment.state()),
                assessment.dataset(),
                assessment.vatScheme(),
                assessment.category().number(),
                assessment.currency().getCurrencyCode());
    }

    private Cleared exception(Numbered record, Outcome outcome, ExceptionRow row) {
        var read = record.read();
        return new Cleared(
                read.nextOffset(), read.source().line(), null, List.of(), List.of(), row, clearing.json(outcome));
    }

    private static ExceptionRow referred(Numbered record, Outcome.Referred referred) {
        var value = referred.intrinsicValue();
        return new ExceptionRow(
                record.place(),
                Cleared.REFERRED,
                referred.consignment().houseWaybill().number(),
                record.read().source().line(),
                referred.regime(),
                referred.state(),
                referred.dataset(),
                referred.category().number(),
                value == null ? null : value.getCurrency().getCurrencyCode(),
                shown(value),
                reason(referred));
    }

    /** A value that the book cannot hold stays out of it; the line in {@code referred.ndjson} has it whole. */
    private static @Nullable Long shown(@Nullable Money value) {
        return value == null || !TenThousandths.fits(value) ? null : TenThousandths.shown(value);
    }

    static ExceptionRow rejected(Numbered record, Outcome.Rejected rejected) {
        return new ExceptionRow(
                record.place(),
                Cleared.REJECTED,
                clipped(rejected.houseWaybill()),
                record.read().source().line(),
                null,
                null,
                null,
                0,
                null,
                null,
                reason(rejected));
    }

    private static @Nullable String clipped(@Nullable String houseWaybill) {
        return houseWaybill == null || houseWaybill.length() <= HOUSE_WAYBILL_LENGTH_MAX
                ? houseWaybill
                : houseWaybill.substring(0, HOUSE_WAYBILL_LENGTH_MAX);
    }

    private static String reason(Outcome outcome) {
        if (outcome.findings().isEmpty()) {
            throw new IllegalStateException("a record is not referred or rejected without a finding");
        }
        return outcome.findings().get(0).reason().name();
    }
}
