package org.minimis.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minimis.assessment.Outcome;
import org.minimis.ledger.FailPoints;
import org.minimis.manifest.ManifestRecord;

/** Whatever fails, the operator is told what to do, and a rerun after mending ends as if nothing had happened. */
class FaultsTest {

    /** Every operation with {@code -Pcrash}, a sample of them otherwise. */
    private static final int STRIDE = Integer.getInteger("crash") == null ? 11 : 1;

    @TempDir
    Path folder;

    private TreeMap<String, String> undisturbed = new TreeMap<>();

    @BeforeEach
    void clearUndisturbed() throws Exception {
        undisturbed = Night.files(night("undisturbed").clear(), true);
    }

    @AfterEach
    void nothingFailsAnyMore() {
        FailPoints.failFile(0);
        FailPoints.failConnection(0);
    }

    private Night night(String name) throws IOException {
        var made = new Night(folder.resolve(name));
        made.manifest("a.ndjson", Night.lines('A', 25));
        made.manifest("b.ndjson", Night.lines('B', 7));
        return made;
    }

    private static ClearResult go(Night night) {
        var unfinished = Unfinished.last(night.out);
        if (unfinished.isEmpty()) {
            return night.clear();
        }
        var paths = unfinished.get().paths();
        var request = new ClearRequest(paths, LineClearing.DAY, night.out, night.db, 2, 10, 500);
        return new Clear(request, new LineClearing(), Night::report, Progress.NONE).rerun(unfinished.get());
    }

    private void assertMended(Night night) throws IOException, SQLException {
        var result = go(night);
        assertThat(result.exitCode()).isZero();
        assertThat(Night.files(result, true)).isEqualTo(undisturbed);
        try (var book = night.book();
                var connection = book.connection()) {
            var batch = new BatchFolder(result.folder());
            var plan = PlanJson.read(batch.plan()).orElseThrow();
            assertThat(new Reconciliation(batch, plan).differences(connection, plan.manifests()))
                    .isEmpty();
        }
    }

    /** The loop: the first operation fails, the second, and so on, until the batch passes. */
    private int everyOne(IntConsumer fault) throws IOException, SQLException {
        var codes = new TreeSet<Integer>();
        var nth = 1;
        for (var passed = false; !passed; nth += STRIDE) {
            var night = night("fault-" + nth);
            fault.accept(nth);
            try {
                codes.add(night.clear().exitCode());
            } catch (ClearException e) {
                assertThat(e).as("the %dth", nth).hasMessageContaining("; ");
                codes.add(e.exitCode());
            }
            passed = !FailPoints.hasFailed();
            nothingFailsAnyMore();
            assertMended(night);
        }
        assertThat(codes).isSubsetOf(0, 4, 7);
        return nth;
    }

    @Test
    void everyOperationOnAFileMayFail() throws Exception {
        assertThat(everyOne(FailPoints::failFile)).isGreaterThan(40);
    }

    @Test
    void everyCallOfTheDatabaseMayFail() throws Exception {
        assertThat(everyOne(FailPoints::failConnection)).isGreaterThan(40);
    }

    @Test
    void theDatabaseMayGoAwayWhileTheBatchRuns() throws Exception {
        var night = night("night");
        var gone = new LineClearing() {
            private int left = 12;

            @Override
            public synchronized Outcome assess(ManifestRecord read) {
                if (left-- == 0) {
                    shutDown(night.db);
                }
                return super.assess(read);
            }
        };

        var error = System.err;
        var said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            assertThatThrownBy(() -> night.clear(night.request(2, 10, 500), gone))
                    .isInstanceOfSatisfying(
                            ClearException.class, e -> assertThat(e.exitCode()).isEqualTo(7))
                    .hasMessageContaining("check the database and its disk, then rerun");
        } finally {
            System.setErr(error);
        }
        assertThat(said.toString(StandardCharsets.UTF_8))
                .as("no trace before the one line")
                .isEmpty();
        assertMended(night);
    }

    @Test
    void aRunThatWasPausedWhileAnotherTookItsPlaceWritesNoMore() throws Exception {
        var night = night("night");
        var elsewhere = folder.resolve("elsewhere");
        var paused = new LineClearing() {
            private int left = 12;

            @Override
            public synchronized Outcome assess(ManifestRecord read) {
                if (left-- == 0) {
                    takeLock(night, elsewhere);
                }
                return super.assess(read);
            }
        };

        assertThatThrownBy(() -> night.clear(night.request(1, 10, 1 << 20), paused))
                .isInstanceOfSatisfying(
                        ClearException.class, e -> assertThat(e.exitCode()).isEqualTo(6))
                .hasMessageContaining("process 1 on another host holds it; wait until that run ends");

        try (var reader = JournalReader.tolerant(journal(night))) {
            assertThat(reader.next())
                    .extracting(frame -> frame.counts().records())
                    .isEqualTo(10L);
            assertThat(reader.next()).isNull();
        }
        Files.delete(night.out.resolve(".lock"));
        assertMended(night);
    }

    /** Somebody took the lock for left over and removed it, and another run began. */
    private static void takeLock(Night night, Path elsewhere) {
        try {
            Files.move(night.out.resolve(".lock"), elsewhere);
            Files.writeString(night.out.resolve(".lock"), "process 1 on another host");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void shutDown(String db) {
        try (var connection = DriverManager.getConnection(db);
                var statement = connection.createStatement()) {
            statement.execute("shutdown immediately");
        } catch (SQLException e) {
            // It is gone.
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 20, 200})
    void aJournalMayBeTornAtItsEnd(int bytes) throws Exception {
        var night = halfCleared();

        change(night, content -> Arrays.copyOf(content, Math.max(0, content.length - bytes)));

        assertMended(night);
    }

    @Test
    void aJournalThatIsChangedInTheMiddleStopsTheNightUntilItIsMovedAway() throws Exception {
        var night = halfCleared();
        change(night, content -> {
            content[30] ^= 1;
            return content;
        });

        assertThatThrownBy(() -> go(night))
                .isInstanceOfSatisfying(
                        ClearException.class, e -> assertThat(e.exitCode()).isEqualTo(5))
                .hasMessageContaining("the frame at byte 0 is damaged; restore the file, or move it away and rerun");
        Files.delete(journal(night));
        assertMended(night);
    }

    /** Of the first manifest two frames and no end. */
    private Night halfCleared() throws IOException {
        var night = night("night");
        var failing = new LineClearing() {
            @Override
            public Outcome assess(ManifestRecord read) {
                if (read.source().line() == 24) {
                    throw new IllegalStateException("a bug in the law");
                }
                return super.assess(read);
            }
        };
        var request = new ClearRequest(List.of(night.in), LineClearing.DAY, night.out, night.db, 2, 10, 1 << 20);
        assertThat(night.clear(request, failing).exitCode()).isEqualTo(4);
        return night;
    }

    private static Path journal(Night night) throws IOException {
        return BatchFolder.under(night.out).get(0).journal(new SliceName(1, 0));
    }

    private static void change(Night night, UnaryOperator<byte[]> change) throws IOException {
        Files.write(journal(night), change.apply(Files.readAllBytes(journal(night))));
    }

    @Test
    void theDiskMayBeFullOrReadOnly() throws Exception {
        var night = night("night");
        Files.createDirectories(night.out);
        var target = night.out.toAbsolutePath().toString();
        assumeThat(run("mount", "-t", "tmpfs", "-o", "size=24k", "tmpfs", target))
                .as("only root can make a small disk")
                .isZero();
        try {
            assertOutOfReach(night);
            assertThat(run("mount", "-o", "remount,ro,size=10m", target)).isZero();
            assertOutOfReach(night);
            assertThat(run("mount", "-o", "remount,rw,size=10m", target)).isZero();

            assertMended(night);
        } finally {
            run("umount", target);
        }
    }

    @Test
    void theDiskOfTheDatabaseMayBeFullWhileTheBookIsMade() throws Exception {
        var night = night("night");
        var data = Files.createDirectories(folder.resolve("night/data"));
        assumeThat(run("mount", "-t", "tmpfs", "-o", "size=120k", "tmpfs", data.toString()))
                .as("only root can make a small disk")
                .isZero();
        try {
            assertOutOfReach(night);
            assertThat(run("mount", "-o", "remount,size=50m", data.toString())).isZero();

            assertMended(night);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("book.mv.db"))))
                    .isEqualTo("rw-------");
        } finally {
            run("umount", data.toString());
        }
    }

    private static void assertOutOfReach(Night night) {
        assertThatThrownBy(() -> go(night))
                .isInstanceOfSatisfying(
                        ClearException.class, e -> assertThat(e.exitCode()).isEqualTo(7))
                .hasMessageMatching("(?s).*; check the (disk|address, the disk).*");
    }

    private static int run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            return 1;
        }
    }
}
