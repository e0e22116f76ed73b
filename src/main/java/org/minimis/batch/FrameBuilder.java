package org.minimis.batch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.minimis.assessment.Assessment;
import org.minimis.declaration.DeclarationPiece;
import org.minimis.ledger.Account;
import org.minimis.ledger.AccountSums;
import org.minimis.ledger.AssessmentRow;
import org.minimis.ledger.Declared;
import org.minimis.ledger.TenThousandths;

/** Gathers what a chunk of records became into one frame. */
final class FrameBuilder {

    private final Map<Declared, Owed> owed = new HashMap<>();
    private final Map<String, Lines> pieces = new TreeMap<>();
    private final Rows.Writer assessments = new Rows.Writer();
    private final Lines referred = new Lines();
    private final Lines rejected = new Lines();
    private final Lines exceptions = new Lines();
    private final Lines reversals = new Lines();
    private final Lines kept = new Lines();
    private final Originals originals;
    private long from;
    private long offset;
    private long line;

    /** Things of one kind, one behind the other. */
    private static final class Lines {

        private final Bytes bytes = new Bytes();
        private int count;

        void addTo(Map<String, Block> sections, String name) {
            if (count > 0) {
                sections.put(name, new Block(count, bytes.buffer()));
            }
        }

        void clear() {
            bytes.clear();
            count = 0;
        }
    }

    /** What comes together for one way of declaring. */
    private static final class Owed {

        private final Map<String, Long> fees = new HashMap<>();
        private long duty;
        private long vat;
    }

    /** @param from offset of the first record */
    FrameBuilder(Originals originals, long from) {
        this.originals = originals;
        this.from = from;
        this.offset = from;
    }

    /** Begins the next frame. The one before must have been written: its buffers are used again. */
    void clear() {
        owed.clear();
        pieces.values().forEach(Lines::clear);
        assessments.clear();
        List.of(referred, rejected, exceptions, reversals, kept).forEach(Lines::clear);
        from = offset;
    }

    /** Offset of its first record. */
    long from() {
        return from;
    }

    /** Has nothing been added? */
    boolean isEmpty() {
        return offset == from;
    }

    /** Adds what became of the next record. */
    void add(Cleared cleared) throws IOException {
        var start = offset;
        offset = cleared.nextOffset();
        line = cleared.line();
        if (cleared.row() != null) {
            addAssessed(cleared.row(), cleared.fees());
            cleared.pieces().forEach(this::addPiece);
            if (cleared.reversal() != null) {
                cleared.reversal().write(reversals.bytes);
                reversals.count++;
            }
        } else if (cleared.exception() != null) {
            addException(cleared, start);
        } else {
            throw new IllegalStateException("a record became nothing");
        }
    }

    private void addAssessed(AssessmentRow row, List<Assessment.Fee> fees) {
        assessments.add(row, fees);
        var sum = owed.computeIfAbsent(row.declared(), declared -> new Owed());
        sum.duty = Math.addExact(sum.duty, row.duty());
        sum.vat = Math.addExact(sum.vat, row.vat());
        for (var fee : fees) {
            sum.fees.merge(fee.name(), TenThousandths.exact(fee.amount()), Math::addExact);
        }
    }

    private void addPiece(DeclarationPiece piece) {
        var lines = pieces.computeIfAbsent(piece.file(), file -> new Lines());
        lines.bytes.bytes(piece.bytes());
        lines.count++;
    }

    private void addException(Cleared cleared, long from) throws IOException {
        Rows.write(exceptions.bytes, cleared.exception());
        exceptions.count++;
        var isRejected = cleared.exception().outcome().equals(Cleared.REJECTED);
        if (isRejected && originals.add(from, cleared.nextOffset(), kept.bytes)) {
            kept.count++;
        }
        var lines = isRejected ? rejected : referred;
        lines.bytes.write(cleared.json(), 0, cleared.json().length);
        lines.bytes.write('\n');
        lines.count++;
    }

    /** Are the rejected records so long that the frame should end here? */
    boolean isFull() {
        return kept.bytes.size() >= Originals.LENGTH_MAX;
    }

    /** What was added since the last frame began; good until then. */
    Frame frame() {
        var sections = new TreeMap<String, Block>();
        pieces.forEach((file, lines) -> lines.addTo(sections, Frame.declarations(file)));
        var rows = assessments.block();
        if (rows.count() > 0) {
            sections.put(Frame.ASSESSMENTS, rows);
            sections.put(Frame.SUMS, Frame.block(sums().list()));
        }
        referred.addTo(sections, Frame.REFERRED);
        rejected.addTo(sections, Frame.REJECTED);
        exceptions.addTo(sections, Frame.EXCEPTIONS);
        reversals.addTo(sections, Frame.REVERSALS);
        kept.addTo(sections, Frame.ORIGINALS);
        if (kept.count > 0) {
            sections.put(Frame.HEAD, new Block(1, ByteBuffer.wrap(originals.head())));
        }
        var counts = new Counts(
                (long) rows.count() + referred.count + rejected.count, rows.count(), referred.count, rejected.count);
        return new Frame(false, offset, line, counts, sections);
    }

    private AccountSums sums() {
        var sums = new AccountSums();
        owed.forEach((declared, sum) -> {
            sums.add(declared.account(Account.DUTY), declared.currency(), sum.duty);
            sums.add(declared.account(Account.VAT), declared.currency(), sum.vat);
            sum.fees.forEach(
                    (name, amount) -> sums.add(declared.account(Account.fee(name)), declared.currency(), amount));
        });
        return sums;
    }
}
