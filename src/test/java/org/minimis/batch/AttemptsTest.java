package org.minimis.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.minimis.cli.Session;
import org.minimis.ledger.AttemptTable;
import org.minimis.ledger.Book;
import org.minimis.ledger.TestDatabase;

/** A slice that is sent, taken, lost, sent again: only who took it last may say that it is done. */
@ExtendWith(TestDatabase.OnPostgres.class)
class AttemptsTest {

    private static final SliceRequest FIRST = new SliceRequest("B-1", 7, 100, "clear", "m1-s0", 1);

    @TempDir
    Path folder;

    private String db = "";

    @BeforeEach
    void oneSlice() {
        db = TestDatabase.url(folder.resolve("book"));
        try (var book = Book.open(db)) {
            book.write(connection ->
                    new AttemptTable(connection).open("B-1", 7, "clear", List.of(new AttemptTable.Open(100, "m1-s0"))));
        }
    }

    private static int take(Book book, int sent, String worker, boolean again) {
        return book.read(connection -> new AttemptTable(connection).take(100, "B-1", sent, worker, again))
                .map(AttemptTable.Taken::attempt)
                .orElse(0);
    }

    @Test
    void aMessageThatComesTwiceIsTakenOnce() {
        try (var book = Book.open(db)) {
            assertThat(take(book, 1, "w1", false)).isEqualTo(1);
            assertThat(take(book, 1, "w2", false)).isZero();
        }
    }

    @Test
    void whatADeadWorkerHadIsTakenFromIt() {
        try (var book = Book.open(db)) {
            take(book, 1, "dead", false);
            var taken = book.read(connection -> new AttemptTable(connection).take(100, "B-1", 1, "w2", true));

            assertThat(taken).contains(new AttemptTable.Taken(2, Optional.of("dead")));
        }
    }

    @Test
    void whoWakesUpLateChangesNothing() {
        try (var book = Book.open(db)) {
            var late = new Attempt(book, FIRST, take(book, 1, "sleeps", false));
            List<AttemptTable.Row> reopened =
                    book.read(connection -> new AttemptTable(connection).reopen(7, "clear", 0));
            assertThat(reopened).extracting(AttemptTable.Row::sent).containsExactly(2);
            assertThat(take(book, 1, "sleeps", true)).isZero();
            var now = new Attempt(book, FIRST, take(book, 2, "works", false));

            assertThat(late.done()).isFalse();
            assertThat(late.failed(7, "its disk is gone")).isFalse();
            assertThat(late.isLate()).isTrue();
            assertThat(now.done()).isTrue();
            assertThat(now.isLate()).isFalse();
            List<AttemptTable.Row> left = book.read(connection -> new AttemptTable(connection).left(7, "clear"));
            assertThat(left)
                    .extracting(AttemptTable.Row::worker, AttemptTable.Row::state)
                    .containsExactly(tuple("works", AttemptTable.DONE));
        }
    }

    @Test
    void aBatchThatIsOverMakesEverybodyLate() {
        try (var book = Book.open(db)) {
            var attempt = new Attempt(book, FIRST, take(book, 1, "w1", false));
            book.write(connection -> new AttemptTable(connection).forget("B-1"));

            assertThat(attempt.done()).isFalse();
            assertThat(take(book, 1, "w1", true)).isZero();
        }
    }

    @Test
    void theWatchShowsWhoHasWhat() {
        try (var book = Book.open(db)) {
            book.write(connection -> new AttemptTable(connection)
                    .open(
                            "B-1",
                            7,
                            "clear",
                            List.of(new AttemptTable.Open(101, "m1-s1"), new AttemptTable.Open(102, "m2-s0"))));
            take(book, 1, "w1", false);
            book.write(connection -> new AttemptTable(connection).moved(100, 1, 4000));
            book.write(connection -> new AttemptTable(connection).keep(List.of(101L)));

            var session = Session.run("batches", "--watch", "--db", db);

            assertThat(session.out().lines().map(line -> line.replaceAll("\\d+$", "0")))
                    .containsExactly(
                            "B-1 clear: 1 of 3 slices done, 1 taken, 1 open",
                            "",
                            "worker  batch  step   slice  attempt  records  quiet seconds",
                            "w1      B-1    clear  m1-s0        1     4000              0");
        }
    }

    @Test
    void aMessageHoldsNothingButIds() {
        assertThat(FIRST.json())
                .matches(
                        "\\{\"batch\":\"B-1\",\"job\":7,\"execution\":100,\"step\":\"clear\",\"slice\":\"m1-s0\",\"sent\":1,"
                                + "\"program\":\"[^\"]+\"}");
        assertThat(SliceRequest.parse(FIRST.json())).isEqualTo(FIRST);
    }

    @Test
    void aWorkerRefusesALawThatIsNotThePlans() throws Exception {
        var in = Files.createDirectories(folder.resolve("in"));
        Session.run(
                "generate",
                "--count",
                "20",
                "--seed",
                "1",
                "--out",
                in.resolve("m.ndjson").toString());
        assertThat(Session.clear(folder, List.of(in.toString(), "--accepted", "2026-07-03"))
                        .exitCode())
                .isZero();
        var out = folder.resolve("out");
        var batch = BatchFolder.under(out).get(0).root().getFileName().toString();
        var request = new SliceRequest(batch, 1, 1, "clear", "m1-s0", 1);
        assertThat(WorkerBatch.open(out, request, null).plan().batch()).isEqualTo(batch);

        var law = out.resolve("law")
                .resolve(WorkerBatch.open(out, request, null).plan().lawDigest());
        Files.writeString(law.resolve("config/declarant.yaml"), "# changed\n", StandardOpenOption.APPEND);

        assertThatThrownBy(() -> WorkerBatch.open(out, request, null))
                .isInstanceOf(ClearException.class)
                .hasMessageContaining("the law under " + out + " is not that of the plan: law/")
                .hasMessageContaining("config/declarant.yaml: it was changed after the batch was cleared");
        assertThatThrownBy(
                        () -> WorkerBatch.open(out, new SliceRequest(batch, 1, 1, "clear", "m1-s0", 1, "0.0.1"), null))
                .hasMessageContaining("the manager is minimis 0.0.1");
        assertThatThrownBy(() -> WorkerBatch.open(folder.resolve("elsewhere"), request, null))
                .hasMessageContaining("is not there; name the manager's folder with --out");
    }
}
