package org.minimis.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.minimis.ledger.TestDatabase;
import org.minimis.manifest.GeneratorOptions;
import org.minimis.manifest.ManifestGenerator;
import org.minimis.settings.ConfigFolder;

/**
 * Kills the program at seeded points, reruns it, kills it again, until the batch is complete: outputs, journals and book must
 * be those of an undisturbed run, byte for byte. {@code mvn -Pcrash test} does it some hundred times on a large batch.
 */
class CrashTest {

    private static final long SEED = 20261123;

    /** A rerun comes here before its first frame. */
    private static final List<String> BEFORE_FIRST_FRAME = List.of("book-opened", "received", "planned", "registered");

    @TempDir
    Path folder;

    private Path in;
    private long millis;
    private TreeMap<String, String> undisturbed = new TreeMap<>();

    /** A place to kill at, or a time after the start. */
    private record Kill(String point, long afterMillis) {

        static Kill at(String point) {
            return new Kill(point, 0);
        }

        @Override
        public String toString() {
            return afterMillis == 0 ? point : afterMillis + " ms";
        }
    }

    private void night(int manifests, int consignments) throws Exception {
        in = Files.createDirectories(folder.resolve("in"));
        var generator = new ManifestGenerator(ConfigFolder.packed());
        for (var i = 1; i <= manifests; i++) {
            generator.write(
                    GeneratorOptions.of(consignments, SEED + i).withFaults(2),
                    in.resolve("m%02d.ndjson%s".formatted(i, i % 3 == 0 ? ".gz" : "")));
        }
        var night = new KilledNight(folder.resolve("undisturbed"), in);
        var before = System.nanoTime();
        assertThat(night.clear("", 0)).as(night.said).isZero();
        millis = (System.nanoTime() - before) / 1_000_000;
        undisturbed = night.digests();
    }

    @Test
    void aBatchThatIsKilledAndKilledAgainEndsAsIfNothingHadHappened() throws Exception {
        night(3, 1500);
        var table = new Table();
        var chain = surePoints(new Random(SEED));
        table.add(SEED, chain, cleared("night", chain));

        assertThat(chain).hasSizeGreaterThanOrEqualTo(12);
        assertThat(table.kills()).as(table.toString()).isEqualTo(chain.size());
        assertThat(table.different()).as(table.toString()).isZero();
    }

    /** Points that a night of three manifests comes to for certain, wherever it was killed before: no time decides. */
    private List<Kill> surePoints(Random random) {
        return Stream.of(
                        "asked",
                        madeBook(),
                        "screened:" + (1 + random.nextInt(3)),
                        one(random, "received", "planned", "registered"),
                        "frame:" + (1 + random.nextInt(2)),
                        "book-opened",
                        one(random, "slice-read", "slice-finished"),
                        one(random, "loading:", "loaded:") + (1 + random.nextInt(2)),
                        one(random, "received", "planned", "registered"),
                        one(random, "joined", "posted", "published"),
                        "reported",
                        one(random, "recorded", "ended", "book-closed", "work-emptied"))
                .map(Kill::at)
                .toList();
    }

    /** Where a book that is a file has just been made. */
    String madeBook() {
        return "book-made";
    }

    @Test
    @EnabledIfSystemProperty(named = "crash", matches = "\\d+")
    void hundredsOfKillsLeaveNoByteOfDifference() throws Exception {
        var nights = Integer.getInteger("crash");
        night(Integer.getInteger("crash.manifests", 20), Integer.getInteger("crash.consignments", 10_000));
        var workers = Executors.newFixedThreadPool(2);
        var table = new Table();
        var results = new ArrayList<Future<?>>();
        var first = Integer.getInteger("crash.first", 0);
        for (var i = first; i < first + nights; i++) {
            var seed = SEED + i;
            var chain = chain(new Random(seed), 30, 20);
            results.add(workers.submit(() -> {
                table.add(seed, chain, cleared("night-" + seed, chain));
                System.out.println(table);
                return null;
            }));
        }
        for (var result : results) {
            result.get();
        }
        workers.shutdown();
        var file = Files.createDirectories(Path.of("target/crash")).resolve("kills-%d.txt".formatted(first));
        Files.writeString(file, table.toString());

        assertThat(table.different()).as(table.toString()).isZero();
        assertThat(table.kills()).isGreaterThanOrEqualTo(17 * nights);
        assertThat(table.doubleKills()).isGreaterThanOrEqualTo(16 * nights);
    }

    /** A night that is killed in every part of the job, and before its first frame in between. */
    private List<Kill> chain(Random random, int frames, int slices) {
        var chain = new ArrayList<Kill>();
        chain.add(
                random.nextInt(3) == 0
                        ? new Kill("", 300 + random.nextInt((int) Math.max(1, millis / 2)))
                        : Kill.at(one(
                                random,
                                "asked",
                                // A book in PostgreSQL is not a file that is made.
                                TestDatabase.isPostgres() ? "book-opened" : "book-made",
                                "received",
                                "screened:" + (1 + random.nextInt(slices)))));
        for (var i = 0; i < 4; i++) {
            chain.add(beforeFirstFrame(random));
            chain.add(Kill.at("frame:" + (1 + random.nextInt(frames))));
        }
        for (var i = 0; i < 2; i++) {
            chain.add(Kill.at(one(random, "slice-read:", "slice-finished:") + (1 + random.nextInt(slices / 3))));
            chain.add(beforeFirstFrame(random));
            chain.add(Kill.at(one(random, "loading:", "loaded:") + (1 + random.nextInt(slices / 3))));
        }
        for (var point : List.of("joined:", "posted:", "published:")) {
            chain.add(Kill.at(point + (1 + random.nextInt(slices / 3))));
        }
        chain.add(beforeFirstFrame(random));
        chain.add(Kill.at(one(random, "reported", "recorded", "ended", "book-closed", "work-emptied")));
        return chain;
    }

    private static Kill beforeFirstFrame(Random random) {
        return Kill.at(BEFORE_FIRST_FRAME.get(random.nextInt(BEFORE_FIRST_FRAME.size())));
    }

    private static String one(Random random, String... names) {
        return names[random.nextInt(names.length)];
    }

    /** What happened to one night. */
    private record Cleared(int kills, String redone, String result) {}

    private Cleared cleared(String name, List<Kill> chain) throws Exception {
        var night = new KilledNight(folder.resolve(name), in);
        var kills = 0;
        var redone = new ArrayList<String>();
        for (var kill : chain) {
            var exit = night.go(kill.point(), kill.afterMillis());
            if (!KilledNight.isKilled(exit)) {
                redone.add("lived");
                if (exit == 0) {
                    continue;
                }
                return new Cleared(kills, redone.toString(), "exit " + exit + ": " + night.said);
            }
            kills++;
            redone.add(night.frames() + " frames kept");
        }
        var exit = night.go("", 0);
        var result = exit == 0 ? difference(night) : "exit " + exit + ": " + night.said;
        if (result.isEmpty()) {
            night.remove();
        }
        return new Cleared(kills, String.join(", ", redone), result);
    }

    private String difference(KilledNight night) throws Exception {
        var digests = night.digests();
        var differing = new ArrayList<String>();
        undisturbed.forEach((name, digest) -> {
            if (!digest.equals(digests.remove(name))) {
                differing.add(name);
            }
        });
        differing.addAll(digests.keySet());
        return differing.isEmpty() ? "" : "DIFFERS: " + differing;
    }

    /** Each case with its seed, where it was killed, what the reruns found done, and how it ended. */
    private static final class Table {

        private final List<String> lines = new ArrayList<>();
        private int kills;
        private int doubleKills;
        private int different;

        synchronized void add(long seed, List<Kill> chain, Cleared cleared) throws IOException {
            var same = cleared.result().isEmpty();
            lines.add("%d  %-60s %-50s %s"
                    .formatted(seed, chain, cleared.redone(), same ? "identical" : cleared.result()));
            kills += cleared.kills();
            doubleKills += Math.max(0, cleared.kills() - 1);
            different += same ? 0 : 1;
        }

        int size() {
            return lines.size();
        }

        int kills() {
            return kills;
        }

        int doubleKills() {
            return doubleKills;
        }

        int different() {
            return different;
        }

        @Override
        public synchronized String toString() {
            return String.join("\n", lines)
                    + "\n%d batches, %d kills, %d of them during a rerun, %d batches different%n"
                            .formatted(lines.size(), kills, doubleKills, different);
        }
    }
}
