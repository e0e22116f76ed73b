package org.minimis.batch;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.javamoney.moneta.Money;
import org.minimis.ledger.Account;
import org.minimis.ledger.AccountSum;
import org.minimis.ledger.AttemptTable;
import org.minimis.ledger.Book;
import org.minimis.ledger.TenThousandths;

/** One worker's attempt at one slice: tells the book that it moves, and learns there whether it is late. */
final class Attempt {

    private static final long TOLD_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Book book;
    private final SliceRequest request;
    private final int number;
    private volatile boolean late;
    private long told = System.nanoTime();
    private long records;
    private Counts counts = Counts.NONE;
    private final Map<String, Money> duty = new TreeMap<>();

    Attempt(Book book, SliceRequest request, int number) {
        this.book = book;
        this.request = request;
        this.number = number;
    }

    int number() {
        return number;
    }

    SliceRequest request() {
        return request;
    }

    /** Somebody else has the slice now, or nobody wants it any more. */
    boolean isLate() {
        return late;
    }

    long records() {
        return records;
    }

    void cleared(long more) {
        records += more;
    }

    /**
     * Before each thing that is written; the book is told once a second.
     *
     * @throws ClearException when it is late
     */
    void check() {
        var now = System.nanoTime();
        if (now - told < TOLD_NANOS) {
            return;
        }
        told = now;
        if (!ask((table, execution) -> table.moved(execution, number, records))) {
            throw new ClearException(
                    ClearException.HELD,
                    "slice %s of batch %s: somebody else has it now".formatted(request.slice(), request.batch()));
        }
    }

    /** The slice has been cleared to its end: that is what its journal holds. */
    void cleared(Counts all, List<AccountSum> sums) {
        counts = all;
        for (var sum : sums) {
            if (sum.account().kind().equals(Account.DUTY)) {
                duty.merge(sum.currency(), TenThousandths.money(sum.currency(), sum.amount()), Money::add);
            }
        }
    }

    void tell(Progress progress) {
        if (counts.records() > 0) {
            progress.finished(counts.assessed(), counts.referred(), counts.rejected(), duty);
        }
    }

    /** What the attempt has made counts, unless it is late. */
    boolean done() {
        return ask((table, execution) -> table.done(execution, number, records));
    }

    boolean failed(int exitCode, String said) {
        return ask((table, execution) -> table.failed(execution, number, exitCode, said));
    }

    boolean refused(String said) {
        return ask((table, execution) -> table.refused(execution, number, said));
    }

    @FunctionalInterface
    private interface Telling {
        boolean tell(AttemptTable table, long execution) throws java.sql.SQLException;
    }

    private boolean ask(Telling telling) {
        var isMine = book.read(connection -> telling.tell(new AttemptTable(connection), request.execution()));
        late |= !isMine;
        return isMine;
    }
}
