package org.minimis.batch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.minimis.ledger.AttemptTable;
import org.minimis.ledger.BatchTable;
import org.minimis.ledger.Book;
import org.minimis.ledger.BookException;
import org.minimis.ledger.ConsignmentSearch;
import org.minimis.ledger.ManifestTable;
import org.minimis.ledger.SliceTable;

/** Asks the book what ran, how it ended, and where a consignment went. */
public final class Batches {

    private Batches() {}

    /**
     * One batch.
     *
     * @param status COMPLETED or INCOMPLETE
     */
    public record Entry(
            String id,
            LocalDate accepted,
            String status,
            int manifests,
            long records,
            long assessed,
            long referred,
            long rejected) {}

    /** All batches of a book, by the day of acceptance. */
    public static List<Entry> list(String db) {
        try (var book = open(db)) {
            return book.read(connection -> {
                var entries = new ArrayList<Entry>();
                for (var batch : new BatchTable(connection).list()) {
                    var manifests = new ManifestTable(connection).of(batch.id());
                    var counts = Counts.NONE;
                    for (var manifest : manifests) {
                        for (var slice : new SliceTable(connection).of(manifest.id())) {
                            counts = counts.plus(
                                    new Counts(slice.records(), slice.assessed(), slice.referred(), slice.rejected()));
                        }
                    }
                    entries.add(entry(batch, manifests.size(), counts));
                }
                return entries;
            });
        }
    }

    private static Entry entry(BatchTable.Row batch, int manifests, Counts counts) {
        return new Entry(
                batch.id(),
                batch.accepted(),
                batch.ended(),
                manifests,
                counts.records(),
                counts.assessed(),
                counts.referred(),
                counts.rejected());
    }

    /** All slices that workers have, had or may take, of all batches that they clear at this moment. */
    public static List<AttemptTable.Row> work(Book book) {
        return book.read(connection -> new AttemptTable(connection).all());
    }

    /** Where the records of a house waybill went, in all batches of a book. */
    public static List<ConsignmentSearch.Found> find(String db, String houseWaybill) {
        try (var book = open(db)) {
            return book.read(connection -> new ConsignmentSearch(connection).find(houseWaybill));
        }
    }

    /** Asks the book something, read only. */
    public static <T> T read(String db, Book.Question<T> question) {
        try (var book = open(db)) {
            return book.read(question);
        }
    }

    /** The book, for those who ask it more than once. */
    public static Book open(String db) {
        try {
            return Book.open(db);
        } catch (BookException e) {
            throw new ClearException(
                    e.isHeldByAnother() ? ClearException.HELD : ClearException.OUT_OF_REACH, e.getMessage(), e);
        }
    }
}
