package org.minimis.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minimis.assessment.Outcome;
import org.minimis.ledger.Book;
import org.minimis.manifest.ManifestRecord;

class RerunTest {

    /** What the same night makes that nothing has disturbed. */
    private static TreeMap<String, String> undisturbed = new TreeMap<>();

    @TempDir
    static Path once;

    @TempDir
    Path folder;

    private Night night;

    @BeforeAll
    static void clearUndisturbed() throws IOException {
        undisturbed = Night.files(night(once).clear(), true);
    }

    @BeforeEach
    void threeManifests() throws IOException {
        night = night(folder.resolve("night"));
    }

    private static Night night(Path folder) throws IOException {
        var made = new Night(folder);
        made.manifest("a.ndjson", Night.lines('A', 120));
        made.manifest("b.ndjson", Night.lines('B', 7));
        made.manifest("c.ndjson", Night.lines('C', 60));
        return made;
    }

    private ClearResult rerun(Clearing clearing) {
        var request = new ClearRequest(List.of(), LineClearing.DAY, night.out, night.db, 2, 7, 300);
        return new Clear(request, clearing, Night::report, Progress.NONE)
                .rerun(Unfinished.last(night.out).orElseThrow());
    }

    /** A law that fails on one manifest when it has assessed so many of its records. */
    private static LineClearing failing(String fileName, int records) {
        return new LineClearing() {
            private int left = records;

            @Override
            public synchronized Outcome assess(ManifestRecord read) {
                if (read.source().file().endsWith(fileName) && left-- == 0) {
                    throw new IllegalStateException("a bug in the law");
                }
                return super.assess(read);
            }
        };
    }

    private void assertLikeUndisturbed(ClearResult result) throws IOException {
        assertThat(result.exitCode()).isZero();
        assertThat(Night.files(result, true)).isEqualTo(undisturbed);
        assertThat(Unfinished.last(night.out)).isEmpty();
        assertThat(Unfinished.named(night.out, result.batch()).isComplete()).isTrue();
    }

    @Test
    void whatFailedIsTakenUpWithoutNamingItAgain() throws Exception {
        assertThat(night.clear(night.request(2, 10, 500), failing("a.ndjson", 50))
                        .exitCode())
                .isEqualTo(4);

        assertLikeUndisturbed(rerun(new LineClearing()));
    }

    @Test
    void aTornManifestThatComesMendedIsTakenUp() throws Exception {
        Files.delete(night.in.resolve("b.ndjson"));
        var packed = gzip(Night.lines('B', 7));
        var file = night.in.resolve("b.ndjson.gz");
        Files.write(file, Arrays.copyOf(packed, packed.length - 12));
        var first = night.clear();
        assertThat(first.exitCode()).isEqualTo(4);
        assertThat(rerun(new LineClearing()).exitCode()).isEqualTo(4);
        Files.write(file, packed);

        var second = rerun(new LineClearing());

        assertThat(second.batch()).isEqualTo(first.batch());
        assertThat(second.exitCode()).isZero();
        assertThat(Night.files(second, false)).isEqualTo(withoutBatchJson());
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void aManifestThatVanishedFailsAloneUntilItIsBack() throws Exception {
        night.clear(night.request(2, 10, 500), failing("a.ndjson", 50));
        var away = folder.resolve("away");
        Files.move(night.in.resolve("a.ndjson"), away);

        var without = rerun(new LineClearing());

        assertThat(without.exitCode()).isEqualTo(4);
        assertThat(without.manifests().get(0).failure().orElseThrow()).contains("a.ndjson: it cannot be read");
        Files.move(away, night.in.resolve("a.ndjson"));
        assertLikeUndisturbed(rerun(new LineClearing()));
    }

    @Test
    void aFailedManifestThatComesWithOtherBytesIsReadAnew() throws Exception {
        var whole = Night.lines('A', 120);
        night.manifest("a.ndjson", whole.replace("XA", "YA"));
        assertThat(night.clear(night.request(2, 10, 500), failing("a.ndjson", 50))
                        .exitCode())
                .isEqualTo(4);
        night.manifest("a.ndjson", whole);

        var result = rerun(new LineClearing());

        assertThat(result.exitCode()).isZero();
        assertThat(Night.files(result, false)).isEqualTo(withoutBatchJson());
    }

    /** Rows without the row of their slice: H2 has been seen to keep such a half. */
    @Test
    void whatATornTransactionLeftOfAFailedManifestGoesWithIt() throws Exception {
        var whole = Night.lines('A', 120);
        night.manifest("a.ndjson", whole.replace("XA", "YA"));
        assertThat(night.clear(night.request(2, 10, 500), failing("a.ndjson", 50))
                        .exitCode())
                .isEqualTo(4);
        try (var book = Book.open(night.db)) {
            book.write(connection -> {
                try (var tear = connection.prepareStatement("""
                        insert into assessed
                        select (failed.id * 65536 + 60000) * 16777216, r.house_waybill, r.line, r.declared, r.intrinsic_value,
                            r.customs_value, r.duty, r.vat_base, r.vat, r.fees
                        from assessed r, manifest failed
                        where r.id = (select max(id) from assessed)
                            and failed.id not in (select s.manifest from slice s)
                        """)) {
                    assertThat(tear.executeUpdate()).isOne();
                }
            });
        }
        night.manifest("a.ndjson", whole);

        var result = rerun(new LineClearing());

        assertThat(result.exitCode()).isZero();
        assertThat(Night.files(result, false)).isEqualTo(withoutBatchJson());
    }

    private static TreeMap<String, String> withoutBatchJson() {
        var files = new TreeMap<>(undisturbed);
        files.remove(BatchJson.NAME);
        return files;
    }

    @Test
    void aManifestThatIsChangedWhileItIsReadFailsAndIsReadAnew() throws Exception {
        var changing = new LineClearing() {
            @Override
            public synchronized Outcome assess(ManifestRecord read) {
                var file = night.in.resolve("c.ndjson");
                try {
                    if (read.source().file().endsWith("c.ndjson")) {
                        Files.setLastModifiedTime(file, FileTime.fromMillis(1000));
                    }
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
                return super.assess(read);
            }
        };

        var first = night.clear(night.request(2, 10, 500), changing);

        assertThat(first.exitCode()).isEqualTo(4);
        assertThat(first.manifests().get(2).failure().orElseThrow()).contains("it was changed while it was read");
        assertLikeUndisturbed(rerun(new LineClearing()));
    }

    @Test
    void aCompleteBatchHasNothingLeft() {
        night.clear();

        assertThat(Unfinished.last(night.out)).isEmpty();
    }

    @Test
    void otherLawThanTheBatchBeganWithIsRefused() {
        night.clear(night.request(2, 10, 500), failing("a.ndjson", 50));
        var other = new LineClearing() {
            @Override
            public String lawDigest() {
                return "1".repeat(64);
            }
        };

        assertThatThrownBy(() -> rerun(other))
                .isInstanceOfSatisfying(
                        ClearException.class, e -> assertThat(e.exitCode()).isEqualTo(3))
                .hasMessageContaining("law or settings are not those that batch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"STARTING", "STARTED", "STOPPING", "STOPPED", "UNKNOWN", "ABANDONED", "COMPLETED"})
    void executionsThatWereLeftBehindInAnyStateAreTakenUp(String status) throws Exception {
        night.clear(night.request(2, 10, 500), failing("a.ndjson", 50));
        try (var book = night.book()) {
            book.write(connection -> {
                try (var statement = connection.createStatement()) {
                    statement.executeUpdate(
                            "update batch_job_execution set status = '" + status + "', end_time = null");
                    statement.executeUpdate(
                            "update batch_step_execution set status = '" + status + "', end_time = null");
                }
            });
        }

        assertLikeUndisturbed(rerun(new LineClearing()));
    }

    @Test
    void anInstanceThatWasKilledBeforeItsFirstExecutionIsTakenUp() throws Exception {
        night.clear(night.request(2, 10, 500), failing("a.ndjson", 50));
        try (var book = night.book()) {
            book.write(connection -> {
                try (var statement = connection.createStatement()) {
                    for (var table : List.of(
                            "batch_step_execution_context",
                            "batch_step_execution",
                            "batch_job_execution_context",
                            "batch_job_execution_params",
                            "batch_job_execution")) {
                        statement.executeUpdate("delete from " + table);
                    }
                }
            });
        }

        assertLikeUndisturbed(rerun(new LineClearing()));
    }

    /** As if the clock had been set back by a year since: all that the night left behind is of the future. */
    private void setClockBack() throws Exception {
        try (var files = Files.walk(night.out)) {
            for (var file : files.toList()) {
                var later = Files.getLastModifiedTime(file).toInstant().plus(Duration.ofDays(365));
                Files.setLastModifiedTime(file, FileTime.from(later));
            }
        }
        try (var book = night.book()) {
            book.write(connection -> {
                try (var statement = connection.createStatement()) {
                    for (var table : List.of("batch_job_execution", "batch_step_execution")) {
                        for (var column : List.of("create_time", "start_time", "end_time", "last_updated")) {
                            statement.executeUpdate(
                                    "update %s set %2$s = %2$s + interval '1' year".formatted(table, column));
                        }
                    }
                }
            });
        }
    }

    @Test
    void theClockMayBeSetBackBetweenARunAndItsRerun() throws Exception {
        night.clear(night.request(2, 10, 500), failing("a.ndjson", 50));
        setClockBack();

        assertLikeUndisturbed(rerun(new LineClearing()));
    }

    @Test
    void theLastBatchIsTheOneReceivedLastWhateverTheClockSays() throws Exception {
        night.clear(night.request(2, 10, 500), failing("a.ndjson", 50));
        setClockBack();
        var more = night.manifest("more", Night.lines('D', 5) + Night.lines('E', 5));
        Files.move(more, folder.resolve("d.ndjson"));
        var request = new ClearRequest(
                List.of(folder.resolve("d.ndjson")), LineClearing.DAY, night.out, night.db, 2, 10, 500);

        var second = night.clear(request, failing("d.ndjson", 3));

        assertThat(second.exitCode()).isEqualTo(4);
        assertThat(Unfinished.last(night.out).orElseThrow().batch()).contains(second.batch());
    }

    @Test
    void aBatchThatIsAskedToStopEndsAtItsNextChunkAndGoesOnLater() throws Exception {
        var stop = new Stop();
        var stopping = new LineClearing() {
            @Override
            public Outcome assess(ManifestRecord read) {
                stop.request(143);
                return super.assess(read);
            }
        };

        assertThatThrownBy(() ->
                        new Clear(night.request(2, 10, 500), stopping, Night::report, Progress.NONE, stop).clear())
                .isInstanceOfSatisfying(
                        ClearException.class, e -> assertThat(e.exitCode()).isEqualTo(143))
                .hasMessage("stopped; 'minimis rerun' goes on where it stood");
        assertLikeUndisturbed(rerun(new LineClearing()));
    }

    @Test
    void aClearingThatDiedBeforeItHadANumberIsTakenUp() throws Exception {
        Files.createDirectories(night.out);
        Asked.write(night.request(2, 10, 500));
        var unfinished = Unfinished.last(night.out).orElseThrow();

        assertThat(unfinished.batch()).isEmpty();
        assertThat(unfinished.paths()).containsExactly(night.in);
        var request = new ClearRequest(unfinished.paths(), unfinished.accepted(), night.out, night.db, 2, 7, 300);
        assertLikeUndisturbed(new Clear(request, new LineClearing(), Night::report, Progress.NONE).rerun(unfinished));
    }

    @Test
    void aRunWhoseLockWasTakenAwayWritesNoMore() throws Exception {
        var lock = RunLock.take(night.out, night.db);
        lock.check();
        Files.move(night.out.resolve(".lock"), folder.resolve("old"));
        Files.writeString(night.out.resolve(".lock"), "process 1 on elsewhere");

        assertThatThrownBy(lock::check)
                .isInstanceOfSatisfying(
                        ClearException.class, e -> assertThat(e.exitCode()).isEqualTo(6))
                .hasMessageContaining("process 1 on elsewhere holds it");
        lock.close();
    }
}
