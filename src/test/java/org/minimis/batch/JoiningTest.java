package org.minimis.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minimis.assessment.Outcome;
import org.minimis.declaration.JoinedDeclarations;
import org.minimis.manifest.ManifestRecord;

/** Declarations are joined while other slices are still cleared. */
class JoiningTest {

    private static final String A = "MANA";
    private static final String B = "MANB";
    private static final long SLICE = 200;

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
    void twoManifests() throws IOException {
        night = night(folder.resolve("night"));
    }

    private static Night night(Path folder) throws IOException {
        var made = new Night(folder);
        made.manifest("a.ndjson", Night.lines('A', 60));
        made.manifest("b.ndjson", Night.lines('B', 30));
        return made;
    }

    /** Tells when pieces are joined and files ended, and may disturb it. */
    private static class Watched extends LineClearing {

        final CountDownLatch added = new CountDownLatch(1);
        final CountDownLatch ended = new CountDownLatch(2);

        void add() throws IOException {}

        void end(String manifest) throws IOException {}

        @Override
        public JoinedDeclarations joining(String file, String manifest, OutputStream out) throws IOException {
            var joined = super.joining(file, manifest, out);
            return new JoinedDeclarations() {
                @Override
                public void add(byte[] bytes, int offset, int length) throws IOException {
                    joined.add(bytes, offset, length);
                    Watched.this.add();
                    added.countDown();
                }

                @Override
                public long end() throws IOException {
                    Watched.this.end(manifest);
                    if (manifest.equals(A)) {
                        ended.countDown();
                    }
                    return joined.end();
                }
            };
        }

        /** Fails where it does not happen: a record that waits for ever would hang the test. */
        static void await(CountDownLatch latch) {
            try {
                if (!latch.await(30, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("nothing is joined while slices are cleared");
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        static boolean is(ManifestRecord read, String fileName, int line) {
            return read.source().file().endsWith(fileName) && read.source().line() == line;
        }
    }

    private List<String> declarations() throws IOException {
        var names = new ArrayList<String>();
        try (var files = Files.list(BatchFolder.under(night.out).get(0).declarations())) {
            files.forEach(file -> names.add(file.getFileName().toString()));
        }
        names.sort(null);
        return names;
    }

    private void assertRerunCompletes() throws IOException {
        assertThat(Night.files(night.clear(), true)).isEqualTo(undisturbed);
    }

    @ParameterizedTest
    @CsvSource({"1", "2"})
    void aManifestIsJoinedToItsEndWhileALaterOneIsCleared(int threads) throws IOException {
        var clearing = new Watched() {
            @Override
            public Outcome assess(ManifestRecord read) {
                if (is(read, "b.ndjson", 1)) {
                    await(ended);
                }
                return super.assess(read);
            }
        };

        var result = night.clear(night.request(threads, 10, SLICE), clearing);

        assertThat(Night.files(result, true)).isEqualTo(undisturbed);
    }

    @Test
    void aSliceIsJoinedWhileALaterOneOfItsManifestIsCleared() throws IOException {
        var clearing = new Watched() {
            @Override
            public Outcome assess(ManifestRecord read) {
                if (is(read, "a.ndjson", 59)) {
                    await(added);
                }
                return super.assess(read);
            }
        };

        var result = night.clear(night.request(1, 10, SLICE), clearing);

        assertThat(Night.files(result, true)).isEqualTo(undisturbed);
    }

    @ParameterizedTest(name = "{0} threads, slices of {1} bytes")
    @CsvSource({"1, 1", "2, 1", "1, 1000000", "2, 1000000"})
    void theFilesDoNotShowHowTheManifestWasCutUp(int threads, long slice) throws IOException {
        var result = night.clear(night.request(threads, 10, slice), new LineClearing());

        assertThat(Night.files(result, true)).isEqualTo(undisturbed);
    }

    @Test
    void aManifestThatFailsInItsLastSliceLeavesNothingOfWhatWasJoined() throws IOException {
        var clearing = new Watched() {
            @Override
            public Outcome assess(ManifestRecord read) {
                if (is(read, "a.ndjson", 59)) {
                    await(added);
                    throw new IllegalStateException("a bug in the law");
                }
                return super.assess(read);
            }
        };

        var result = night.clear(night.request(1, 10, SLICE), clearing);

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(declarations()).containsExactly("EU-H7-MANB.json", "EU-H7-MANB.xml");
        assertRerunCompletes();
    }

    @Test
    void aManifestThatFailsAfterItWasJoinedLeavesNothingOfIt() throws IOException {
        var clearing = new Watched() {
            @Override
            void end(String manifest) throws IOException {
                if (manifest.equals(B)) {
                    tear(BatchFolder.under(night.out).get(0).journal(new SliceName(1, 0)));
                }
            }
        };

        var result = night.clear(night.request(2, 10, SLICE), clearing);

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.manifests().get(0).failure()).isPresent();
        assertThat(declarations()).containsExactly("EU-H7-MANB.json", "EU-H7-MANB.xml");
        assertRerunCompletes();
    }

    private static void tear(Path journal) throws IOException {
        try (var channel = FileChannel.open(journal, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() - 1);
        }
    }

    @Test
    void aDiskThatIsFullWhileDeclarationsAreJoinedStopsTheNightAndARerunCompletesIt() throws IOException {
        var clearing = new Watched() {
            @Override
            void add() throws IOException {
                throw new IOException("No space left on device");
            }
        };

        assertThatThrownBy(() -> night.clear(night.request(2, 10, SLICE), clearing))
                .isInstanceOfSatisfying(
                        ClearException.class, e -> assertThat(e.exitCode()).isEqualTo(7))
                .hasMessageContaining("it cannot be written (No space left on device); check the disk, then rerun");

        assertThat(declarations()).isEmpty();
        assertRerunCompletes();
    }

    @Test
    void aRunWhosePlaceAnotherHasTakenRemovesNothing() throws IOException {
        var elsewhere = folder.resolve("elsewhere");
        var clearing = new Watched() {
            @Override
            void add() throws IOException {
                if (!Files.exists(elsewhere)) {
                    Files.move(night.out.resolve(".lock"), elsewhere);
                    Files.writeString(night.out.resolve(".lock"), "process 1 on another host");
                }
            }

            @Override
            public Outcome assess(ManifestRecord read) {
                if (is(read, "b.ndjson", 29)) {
                    await(added);
                }
                return super.assess(read);
            }
        };

        assertThatThrownBy(() -> night.clear(night.request(1, 10, SLICE), clearing))
                .isInstanceOfSatisfying(
                        ClearException.class, e -> assertThat(e.exitCode()).isEqualTo(6));

        assertThat(declarations()).contains(".EU-H7-MANA.xml.part");
        Files.delete(night.out.resolve(".lock"));
        assertRerunCompletes();
    }
}
