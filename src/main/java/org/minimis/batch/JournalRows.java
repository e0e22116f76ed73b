package org.minimis.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.minimis.ledger.AssessmentRow;
import org.minimis.ledger.ExceptionRow;

/**
 * The rows of a journal, or of one frame, one by one.
 *
 * @param <S> what a frame's rows are read from
 * @param <R> kind of row
 */
final class JournalRows<S, R> implements Iterator<R> {

    private final JournalReader journal;
    private final Function<Frame, S> source;
    private final Predicate<S> hasMore;
    private final Function<S, R> read;
    private @Nullable S frame;

    private JournalRows(JournalReader journal, Function<Frame, S> source, Predicate<S> hasMore, Function<S, R> read) {
        this.journal = journal;
        this.source = source;
        this.hasMore = hasMore;
        this.read = read;
    }

    static Iterator<AssessmentRow> assessments(JournalReader journal) {
        return new JournalRows<>(
                journal, frame -> new Rows.Reader(frame.assessments()), Rows.Reader::hasNext, Rows.Reader::next);
    }

    static Iterator<ExceptionRow> exceptions(JournalReader journal) {
        return new JournalRows<>(
                journal, frame -> new ByteSource(frame.exceptions().bytes()), ByteSource::hasMore, Rows::exception);
    }

    /** Those of one frame. */
    static Iterator<AssessmentRow> assessments(Frame frame) {
        var rows = new Rows.Reader(frame.assessments());
        return iterator(rows::hasNext, rows::next);
    }

    static Iterator<ExceptionRow> exceptions(Frame frame) {
        var source = new ByteSource(frame.exceptions().bytes());
        return iterator(source::hasMore, () -> Rows.exception(source));
    }

    private static <R> Iterator<R> iterator(
            java.util.function.BooleanSupplier hasNext, java.util.function.Supplier<R> next) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return hasNext.getAsBoolean();
            }

            @Override
            public R next() {
                return next.get();
            }
        };
    }

    @Override
    public boolean hasNext() {
        try {
            while (frame == null || !hasMore.test(frame)) {
                var next = journal.next();
                if (next == null) {
                    return false;
                }
                frame = source.apply(next);
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public R next() {
        if (!hasNext() || frame == null) {
            throw new NoSuchElementException();
        }
        return read.apply(frame);
    }
}
