package org.minimis.batch;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.minimis.ledger.AccountSums;

/** The journals of one manifest, read one behind the other in the order of its slices. */
final class Journals implements Closeable {

    private final BatchFolder folder;
    private final Predicate<String> wanted;
    private final Iterator<SliceName> slices;
    private final List<Counts> ofSlices = new ArrayList<>();
    private final AccountSums sums = new AccountSums();
    private final Map<String, Long> pieces = new TreeMap<>();
    private final List<Reversal> reversals = new ArrayList<>();
    private @Nullable JournalReader reader;

    /** @param wanted the sections that are read; all where none is named */
    Journals(BatchFolder folder, Plan.Manifest manifest, String... wanted) {
        this(folder, manifest, slice -> true, JournalReader.sections(wanted));
    }

    /**
     * @param isCleared asked before a slice is read, may take its time; behind one that is not, nothing is read
     * @param wanted whether sections of that name are read
     */
    Journals(BatchFolder folder, Plan.Manifest manifest, Predicate<SliceName> isCleared, Predicate<String> wanted) {
        this.folder = folder;
        this.wanted = wanted;
        this.slices = manifest.slices().stream()
                .map(manifest::name)
                .takeWhile(isCleared)
                .iterator();
    }

    /** Has the manifest been cleared to its end? Then its file is not needed any more. */
    static boolean areFinished(BatchFolder folder, Plan.Manifest manifest) {
        if (manifest.slices().isEmpty()) {
            return false;
        }
        for (var slice : manifest.slices()) {
            try {
                JournalReader.last(folder.journal(manifest.name(slice)));
            } catch (IOException e) {
                return false;
            }
        }
        return true;
    }

    /** All that the journals hold in sum. */
    static Journals read(BatchFolder folder, Plan.Manifest manifest) throws IOException {
        try (var journals = new Journals(folder, manifest, Frame.SUMS, Frame.REVERSALS)) {
            return journals.toEnd();
        }
    }

    /** Likewise, with every byte of them read and checked. */
    static Journals readWhole(BatchFolder folder, Plan.Manifest manifest) throws IOException {
        try (var journals = new Journals(folder, manifest)) {
            return journals.toEnd();
        }
    }

    private Journals toEnd() throws IOException {
        var frame = next();
        while (frame != null) {
            frame = next();
        }
        return this;
    }

    /** The next frame that holds records; null behind the last. */
    @Nullable
    Frame next() throws IOException {
        while (true) {
            if (reader == null) {
                if (!slices.hasNext()) {
                    return null;
                }
                reader = JournalReader.strict(folder.journal(slices.next()), wanted);
            }
            var frame = reader.next();
            if (frame == null) {
                endSlice(reader);
                reader = null;
            } else if (!frame.end()) {
                frame.pieces().forEach((file, block) -> pieces.merge(file, (long) block.count(), Math::addExact));
                if (frame.reversals().count() > 0 && frame.reversals().content() != null) {
                    reversals.addAll(Reversal.all(frame.reversals()));
                }
                return frame;
            }
        }
    }

    private void endSlice(JournalReader ended) throws IOException {
        ofSlices.add(ended.counts());
        sums.addAll(ended.sums().list());
        ended.close();
    }

    /** What became of the records of each slice that was read to its end. */
    List<Counts> ofSlices() {
        return ofSlices;
    }

    Counts counts() {
        return ofSlices.stream().reduce(Counts.NONE, Counts::plus);
    }

    AccountSums sums() {
        return sums;
    }

    /** The assessments that were taken back. */
    List<Reversal> reversals() {
        return reversals;
    }

    /** How many declarations each file holds. */
    Map<String, Long> pieces() {
        return pieces;
    }

    @Override
    public void close() throws IOException {
        if (reader != null) {
            reader.close();
        }
    }
}
