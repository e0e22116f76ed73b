package org.minimis.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.minimis.assessment.Outcome;
import org.minimis.ledger.Book;
import org.minimis.ledger.BookException;
import org.minimis.ledger.PostgresServer;
import org.minimis.ledger.TestDatabase;
import org.minimis.manifest.ManifestRecord;

/** Several processes, each with a folder of its own, clear into one PostgreSQL. */
@ExtendWith(TestDatabase.OnPostgres.class)
class SharedBookTest {

    /** Twenty with {@code -Pcrash}, some otherwise. */
    private static final int ROUNDS = Integer.getInteger("crash") == null ? 3 : 20;

    private static final int RECORDS = 400;
    private static final int COMMON = 4;

    @TempDir
    Path folder;

    private String db = "";

    @BeforeEach
    void oneBook() {
        db = TestDatabase.url(folder.resolve("book"));
    }

    private Night carrier(String name, char letter) throws IOException {
        var night = new Night(folder.resolve(name), db);
        night.manifest("a.ndjson", Night.lines(letter, RECORDS) + common());
        return night;
    }

    /** One in a hundred is on the list of every carrier. */
    private static String common() {
        var text = new StringBuilder();
        for (var i = 0; i < COMMON; i++) {
            text.append("XS").append(i).append(";DE;EUR;10.00\n");
        }
        return text.toString();
    }

    private static List<ClearResult> atOnce(List<Night> nights) throws Exception {
        var start = new CountDownLatch(1);
        var threads = Executors.newFixedThreadPool(nights.size());
        try {
            var futures = nights.stream()
                    .map(night -> threads.submit(() -> {
                        start.await();
                        return night.clear();
                    }))
                    .toList();
            start.countDown();
            var results = new ArrayList<ClearResult>();
            for (var future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }

    private List<String> column(String sql) {
        return Batches.read(db, connection -> {
            var values = new ArrayList<String>();
            try (var query = connection.createStatement();
                    var row = query.executeQuery(sql)) {
                while (row.next()) {
                    values.add(row.getString(1));
                }
            }
            return values;
        });
    }

    @Test
    void whatTwoCarriersBothListIsDeclaredOnce() throws Exception {
        for (var round = 0; round < ROUNDS; round++) {
            oneBook();
            var one = carrier("one-" + round, 'A');
            var two = carrier("two-" + round, 'B');

            var results = atOnce(List.of(one, two));

            assertThat(results).extracting(ClearResult::exitCode).containsOnly(0);
            assertThat(column("select house_waybill from assessment group by house_waybill having count(*) > 1"))
                    .isEmpty();
            assertThat(column("select house_waybill from assessment where house_waybill like 'XS%' order by 1"))
                    .containsExactly("XS0", "XS1", "XS2", "XS3");
            assertThat(column("select house_waybill from exception_record where house_waybill like 'XS%' order by 1"))
                    .containsExactly("XS0", "XS1", "XS2", "XS3");
            assertBalanced(one, results.get(0));
            assertBalanced(two, results.get(1));
        }
    }

    private void assertBalanced(Night night, ClearResult result) throws IOException, SQLException {
        try (var book = night.book();
                var connection = book.connection()) {
            var batch = new BatchFolder(result.folder());
            var plan = PlanJson.read(batch.plan()).orElseThrow();
            assertThat(new Reconciliation(batch, plan).differences(connection, plan.manifests()))
                    .isEmpty();
        }
    }

    @Test
    void aCompletedBatchKeepsNoClaimOnWhatItDidNotDeclare() throws Exception {
        carrier("one", 'A').clear();

        assertThat(column("select convert_from(house_waybill, 'UTF8') from claim order by 1"))
                .isNotEmpty()
                .isEqualTo(column("select house_waybill from assessment order by 1"));
    }

    @Test
    void aBatchHasOneRunner() throws Exception {
        try (var mine = Book.open(db);
                var theirs = Book.open(db)) {
            try (var held = mine.hold("B-1");
                    var another = theirs.hold("B-2")) {
                held.check();
                another.check();
                assertThatThrownBy(() -> theirs.hold("B-1"))
                        .isInstanceOf(BookException.class)
                        .hasMessage("batch B-1: another process runs it; wait until it ends");
            }
            theirs.hold("B-1").close();
        }
    }

    @Test
    void aServerThatStartsAnewCostsWaitingNotTheNight() throws Exception {
        var undisturbed = Night.files(carrier("undisturbed", 'A').clear(), true);
        oneBook();
        var night = carrier("night", 'A');
        var restarting = new LineClearing() {
            private int left = 150;

            @Override
            public synchronized Outcome assess(ManifestRecord read) {
                if (left-- == 0) {
                    restart();
                }
                return super.assess(read);
            }
        };

        var result = night.clear(night.request(2, 10, 500), restarting);

        assertThat(result.exitCode()).isZero();
        assertThat(Night.files(result, true)).isEqualTo(undisturbed);
        assertBalanced(night, result);
    }

    private static void restart() {
        try {
            PostgresServer.get().restart();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
