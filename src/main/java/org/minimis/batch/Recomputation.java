package org.minimis.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.minimis.finding.Reason;
import org.minimis.ledger.AssessmentRow;
import org.minimis.ledger.ExceptionRow;
import org.minimis.manifest.ManifestReader;

/** Clears the records of a manifest once more, and compares what becomes of them with its journals. */
final class Recomputation {

    private final BatchFolder folder;
    private final boolean isPurged;
    private final Clearing clearing;
    private final Corrected corrected;
    private final RecordClearer clearer;
    private final Screened screened;
    private final CompanyCheck company;
    private final Differences differences;

    /**
     * @param isPurged do the journals hold amounts only?
     * @param screened is told every record's house waybill
     */
    Recomputation(
            BatchFolder folder,
            boolean isPurged,
            Clearing clearing,
            Corrected corrected,
            Screened screened,
            Differences differences) {
        this.folder = folder;
        this.isPurged = isPurged;
        this.clearing = clearing;
        this.corrected = corrected;
        this.clearer = new RecordClearer(clearing, corrected);
        this.screened = screened;
        this.company = new CompanyCheck(folder, differences);
        this.differences = differences;
    }

    /** @param file where the manifest is now */
    void compare(Plan.Manifest manifest, Path file) throws IOException {
        for (var slice : manifest.slices()) {
            var moved = new SliceInfo(
                    file, slice.fileName(), slice.format(), slice.ordinal(), slice.from(), slice.to(), slice.line());
            if (!isPurged) {
                company.members(clearing, moved, manifest.name(slice), "manifest " + manifest.number());
            }
            try (var journal = JournalReader.strict(folder.journal(manifest.name(slice)));
                    var records = clearing.open(moved);
                    var originals = originals(manifest, file)) {
                var again = new Again(
                        records,
                        originals,
                        Taken.read(folder.repeats(manifest.name(slice))),
                        Companions.read(folder.together(manifest.name(slice))));
                compare("manifest " + manifest.number(), journal, again, slice.from());
            }
        }
    }

    /** What a slice is cleared from once more. */
    private record Again(ManifestReader records, Originals originals, Taken taken, Companions companions) {}

    private Originals originals(Plan.Manifest manifest, Path file) throws IOException {
        return corrected.cancels()
                ? Originals.NONE
                : Originals.of(file, manifest.format(), manifest.slices().get(0).from());
    }

    private void compare(String manifest, JournalReader journal, Again slice, long from) throws IOException {
        var place = 0L;
        var offset = from;
        for (var frame = journal.next(); frame != null; frame = journal.next()) {
            if (frame.end()) {
                continue;
            }
            var again = again(frame, place, offset, slice);
            if (!again.counts().equals(frame.counts())
                    && again.counts().records() < frame.counts().records()) {
                differences.add(manifest, "it ends before its journal does");
            }
            compare(manifest, again, frame);
            place += frame.counts().records();
            offset = frame.offset();
        }
        if (slice.records().next() != null) {
            differences.add(manifest, "the journal ends before the manifest does");
        }
    }

    private Frame again(Frame frame, long from, long offset, Again slice) throws IOException {
        var recorded = recorded(frame);
        var builder = new FrameBuilder(slice.originals(), offset);
        for (var place = from; place < from + frame.counts().records(); place++) {
            var read = slice.records().next();
            if (read == null) {
                break;
            }
            var isRepeat = Reason.REPEATED_HOUSE_WAYBILL.name().equals(recorded.get(place));
            screened.record(read, isRepeat);
            var line = read.source().line();
            builder.add(clearer.clear(new Numbered(
                    place, slice.taken().by(line), slice.companions().at(line), read)));
        }
        return builder.frame();
    }

    /** The reasons of exceptions by place: which of two records was the first, only the whole batch knows. */
    private static Map<Long, String> recorded(Frame frame) {
        var reasons = new HashMap<Long, String>();
        JournalRows.exceptions(frame).forEachRemaining(row -> reasons.put(row.place(), row.reason()));
        return reasons;
    }

    private void compare(String manifest, Frame again, Frame frame) {
        if (differ(again.assessments(), frame.assessments())) {
            var rows = new RowComparison<>(
                    JournalRows.assessments(again),
                    AssessmentRow::place,
                    RowFields::of,
                    "in the journal",
                    manifest,
                    differences);
            JournalRows.assessments(frame).forEachRemaining(rows::found);
            rows.end();
        }
        if (differ(again.exceptions(), frame.exceptions())) {
            var rows = new RowComparison<>(
                    JournalRows.exceptions(again),
                    ExceptionRow::place,
                    RowFields::of,
                    "in the journal",
                    manifest,
                    differences);
            JournalRows.exceptions(frame).forEachRemaining(rows::found);
            rows.end();
        }
        var place = "%s, records up to line %d".formatted(manifest, frame.line());
        if (!again.sums().equals(frame.sums())) {
            differences.add(place, "sums: %s in the journal, recomputed %s".formatted(frame.sums(), again.sums()));
        }
        if (!isPurged) {
            lines(place, ExceptionFiles.REFERRED, again.referred(), frame.referred());
            lines(place, ExceptionFiles.REJECTED, again.rejected(), frame.rejected());
            pieces(place, again, frame);
            if (differ(again.originals(), frame.originals()) || differ(again.head(), frame.head())) {
                differences.add(place, "the rejected records in the journal are not those of the manifest");
            }
        }
        if (differ(again.reversals(), frame.reversals())) {
            differences.add(
                    place,
                    "taken back: %s in the journal, recomputed %s"
                            .formatted(Reversal.all(frame.reversals()), Reversal.all(again.reversals())));
        }
    }

    private void lines(String place, String file, Block again, Block frame) {
        if (differ(again, frame)) {
            differences.add(place, "the lines of %s in the journal are not those recomputed".formatted(file));
        }
    }

    private void pieces(String place, Frame again, Frame frame) {
        var files = new TreeSet<>(frame.pieces().keySet());
        files.addAll(again.pieces().keySet());
        for (var file : files) {
            var expected = new ByteSource(
                    again.pieces().getOrDefault(file, Block.EMPTY).bytes());
            var found = new ByteSource(
                    frame.pieces().getOrDefault(file, Block.EMPTY).bytes());
            for (var number = 1; expected.hasMore() || found.hasMore(); number++) {
                if (!Arrays.equals(piece(expected), piece(found))) {
                    differences.add(
                            place,
                            "declaration %d of %s among them is not in the journal as it is recomputed"
                                    .formatted(number, file));
                }
            }
        }
    }

    private static byte[] piece(ByteSource source) {
        if (!source.hasMore()) {
            return new byte[0];
        }
        var slice = source.slice(source.count());
        var bytes = new byte[slice.remaining()];
        slice.get(bytes);
        return bytes;
    }

    private static boolean differ(Block one, Block other) {
        return one.count() != other.count() || !one.bytes().equals(other.bytes());
    }
}
