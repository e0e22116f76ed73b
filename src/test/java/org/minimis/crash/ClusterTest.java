package org.minimis.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.minimis.ledger.PostgresServer;
import org.minimis.manifest.GeneratorOptions;
import org.minimis.manifest.ManifestGenerator;
import org.minimis.settings.ConfigFolder;

/**
 * One manager, three workers and a broker, each a real program, on forty manifests: workers are killed, stopped and continued,
 * broker, manager and database die, the database five times in one night. Each night must be, byte for byte, that of one process
 * with a book in H2. {@code mvn -Pcrash test -Dtest=ClusterTest -Dcluster=1000000} takes a million
 * consignments; {@code target/crash/cluster-1000000.txt} says what happened.
 */
@EnabledIfSystemProperty(named = "crash", matches = "\\d+")
class ClusterTest {

    private static final long SEED = 20261123;
    private static final int MANIFESTS = 40;
    private static final int CONSIGNMENTS = Integer.getInteger("cluster", 100_000);
    private static final List<String> POINTS = List.of(
            "taken:%d",
            "screened:%d",
            "frame:%d",
            "slice-read:%d",
            "slice-finished:%d",
            "loading:%d",
            "loaded:%d",
            "slice-done:%d",
            "slice-told:%d");

    private static final List<String> NOBODY = List.of("", "", "");

    @TempDir
    Path folder;

    private Path in;
    private final List<String> table = new ArrayList<>();
    private KilledNight undisturbed;
    private TreeMap<String, String> alone = new TreeMap<>();
    private int different;

    /** What is done to a night that runs. */
    @FunctionalInterface
    private interface Disturbing {
        /** @return what was done, and what somebody has to do again for it */
        String disturb(Cluster cluster, Process manager, List<Process> workers) throws Exception;
    }

    @Test
    void whateverDiesTheNightIsThatOfOneProcess() throws Exception {
        manifests();
        undisturbed();
        var cases = System.getProperty("cluster.cases", "plain,kill,stop,broker,manager,database,restarts");
        if (cases.contains("plain")) {
            night("plain", NOBODY, (cluster, manager, workers) -> "");
        }
        if (cases.contains("kill")) {
            kills();
        }
        if (cases.contains("stop")) {
            night("worker stopped, then continued", NOBODY, this::stopAndContinue);
        }
        if (cases.contains("broker")) {
            night("broker restarted", NOBODY, this::restartBroker);
        }
        if (cases.contains("manager")) {
            night("manager killed, rerun", NOBODY, this::killManager);
        }
        if (cases.contains("database")) {
            night("database restarted", NOBODY, this::restartDatabase);
        }
        if (cases.contains("restarts")) {
            restarts();
            night("database restarted five times", NOBODY, this::restartFiveTimes);
        }
        var file = Files.createDirectories(Path.of("target/crash")).resolve("cluster-%d.txt".formatted(CONSIGNMENTS));
        Files.writeString(file, String.join("\n", table) + "\n");

        assertThat(different).as(String.join("\n", table)).isZero();
    }

    private void manifests() throws Exception {
        in = Files.createDirectories(folder.resolve("in"));
        var generator = new ManifestGenerator(ConfigFolder.packed());
        for (var i = 1; i <= MANIFESTS; i++) {
            generator.write(
                    GeneratorOptions.of(CONSIGNMENTS / MANIFESTS, SEED + i).withFaults(2),
                    in.resolve("m%02d.ndjson".formatted(i)));
        }
    }

    private void undisturbed() throws Exception {
        undisturbed = new KilledNight(folder.resolve("alone"), in, "jdbc:h2:file:" + folder.resolve("alone/book"));
        var began = System.nanoTime();
        assertThat(undisturbed.clear("", 0)).as(undisturbed.said).isZero();
        say("one process on H2", "", seconds(began), "");
        alone = undisturbed.digests();
        Files.delete(folder.resolve("alone/book.mv.db"));
        var local = new KilledNight(
                folder.resolve("local"), in, PostgresServer.get().database());
        began = System.nanoTime();
        assertThat(local.clear("", 0)).as(local.said).isZero();
        say("one process on PostgreSQL", "", seconds(began), result(local));
        local.remove();
    }

    private void kills() throws Exception {
        var random = new Random(SEED);
        for (var point : POINTS) {
            var most = point.startsWith("frame") ? CONSIGNMENTS / 4000 : MANIFESTS / 4;
            var seeded = point.formatted(1 + random.nextInt(Math.max(1, most)));
            night("worker killed at " + seeded, List.of(seeded, "", ""), this::awaitDeath);
        }
        night(
                "worker killed at attempt-copied:1",
                List.of("attempt-copied:1", "slice-read:2", "attempt-copied:1"),
                this::dieCopying);
    }

    private String awaitDeath(Cluster cluster, Process manager, List<Process> workers) throws Exception {
        while (manager.isAlive() && workers.get(0).isAlive()) {
            manager.waitFor(50, TimeUnit.MILLISECONDS);
        }
        return workers.get(0).isAlive() ? "it lived" : "";
    }

    /** The second dies in a slice that it has read; whoever takes it over dies as soon as it has copied what there is. */
    private String dieCopying(Cluster cluster, Process manager, List<Process> workers) throws Exception {
        while (manager.isAlive() && workers.get(0).isAlive() && workers.get(2).isAlive()) {
            manager.waitFor(50, TimeUnit.MILLISECONDS);
        }
        cluster.worker("w4", "", "--dead-after", "6");
        return workers.get(0).isAlive() && workers.get(2).isAlive() ? "it lived" : "";
    }

    private String stopAndContinue(Cluster cluster, Process manager, List<Process> workers) throws Exception {
        awaitStep(cluster, manager, "clear");
        cluster.awaitTaken("w1", manager);
        Cluster.signal("STOP", workers.get(0));
        var lost = cluster.slicesOf("w1");
        while (manager.isAlive() && !lost.isEmpty() && cluster.slicesOf("w1").equals(lost)) {
            manager.waitFor(100, TimeUnit.MILLISECONDS);
        }
        Cluster.signal("CONT", workers.get(0));
        return "w1 had " + lost + ",";
    }

    private String restartBroker(Cluster cluster, Process manager, List<Process> workers) throws Exception {
        awaitStep(cluster, manager, "clear");
        cluster.awaitTaken("w1", manager);
        var lost = cluster.slicesOf("w1");
        cluster.endBroker();
        cluster.broker();
        return "w1 had " + lost + ",";
    }

    private String killManager(Cluster cluster, Process manager, List<Process> workers) throws Exception {
        awaitStep(cluster, manager, "clear");
        cluster.awaitTaken("w1", manager);
        manager.destroyForcibly().waitFor();
        return "w1 had " + cluster.slicesOf("w1") + ",";
    }

    private String restartDatabase(Cluster cluster, Process manager, List<Process> workers) throws Exception {
        awaitStep(cluster, manager, "clear");
        cluster.awaitTaken("w1", manager);
        var at = cluster.slicesOf("w1");
        PostgresServer.get().restart();
        return "w1 had " + at + ",";
    }

    private String restartFiveTimes(Cluster cluster, Process manager, List<Process> workers) throws Exception {
        var restarts = new Restarts(cluster.night, undisturbed);
        restarts.during(manager, () -> cluster.manager("rerun", "rerun"));
        return restarts.areDone() ? restarts.toString() : missing(restarts);
    }

    /** The same to a night of one process. */
    private void restarts() throws Exception {
        var night = new KilledNight(
                folder.resolve("restarts"), in, PostgresServer.get().database());
        var restarts = new Restarts(night, undisturbed);
        var began = System.nanoTime();
        var exit = restarts.during(
                night.start("said", "", "clear", in.toString(), "--accepted", "2026-07-03"),
                () -> night.start("said", "", "rerun"));
        var result = exit == 0 ? result(night) : "exit " + exit;
        say(
                "one process, database restarted five times",
                restarts.areDone() ? restarts.toString() : missing(restarts),
                seconds(began),
                result);
        night.remove();
    }

    private String missing(Restarts restarts) {
        different++;
        return "NOT FIVE TIMES: " + restarts;
    }

    private static void awaitStep(Cluster cluster, Process manager, String step) throws Exception {
        while (manager.isAlive() && !cluster.said("manager").contains("\n" + step)) {
            manager.waitFor(20, TimeUnit.MILLISECONDS);
        }
    }

    private void night(String name, List<String> failPoints, Disturbing disturbing) throws Exception {
        try (var cluster = new Cluster(folder.resolve(name.replaceAll("[^a-z0-9]+", "-")), in, "--silent", "20")) {
            cluster.broker();
            var workers = List.of(
                    cluster.worker("w1", failPoints.get(0), "--dead-after", "6"),
                    cluster.worker("w2", failPoints.get(1), "--dead-after", "6"),
                    cluster.worker("w3", failPoints.get(2), "--dead-after", "6"));
            for (var worker : List.of("w1", "w2", "w3")) {
                cluster.awaitSaid(worker, "waits for slices");
            }
            var began = System.nanoTime();
            var again = new Again(cluster.db);
            var manager = cluster.manager("manager", "clear", in.toString(), "--accepted", "2026-07-03");
            var done = disturbing.disturb(cluster, manager, workers);
            var exit = cluster.exit();
            if (KilledNight.isKilled(exit)) {
                exit = cluster.manager("rerun", "rerun").waitFor();
            }
            var seconds = seconds(began);
            var result = exit == 0 ? result(cluster.night) : "exit " + exit + ": " + cluster.said("manager");
            say(name, (done + " " + again.end()).strip(), seconds, result);
            if (result.equals("identical")) {
                cluster.end();
                cluster.night.remove();
            }
        }
    }

    private static long seconds(long began) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    }

    private String result(KilledNight night) throws IOException, SQLException {
        var digests = night.digests();
        if (digests.equals(alone)) {
            return "identical";
        }
        different++;
        digests.entrySet().removeAll(alone.entrySet());
        return "DIFFERS: " + digests.keySet();
    }

    private void say(String name, String done, long millis, String result) {
        if (result.startsWith("exit")) {
            different++;
        }
        table.add("%-34s %7d ms  %-10s %s".formatted(name, millis, result, done));
        System.out.println(table.get(table.size() - 1));
    }
}
