package org.minimis.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minimis.cli.Session;
import org.minimis.manifest.GeneratorOptions;
import org.minimis.manifest.ManifestGenerator;
import org.minimis.settings.ConfigFolder;

/** A night that real workers clear, of which one dies and one does not answer any more. */
class WorkersTest {

    @TempDir
    Path folder;

    @Test
    void aWorkerThatDiesAndOneThatHangsLeaveNoByteOfDifference() throws Exception {
        var in = Files.createDirectories(folder.resolve("in"));
        var generator = new ManifestGenerator(ConfigFolder.packed());
        for (var i = 1; i <= 2; i++) {
            generator.write(GeneratorOptions.of(1500, i).withFaults(2), in.resolve("m" + i + ".ndjson"));
        }
        var alone = new KilledNight(folder.resolve("alone"), in, "jdbc:h2:file:" + folder.resolve("alone/book"));
        assertThat(clear(in, alone.out(), "jdbc:h2:file:" + folder.resolve("alone/book"))
                        .exitCode())
                .isZero();

        try (var broker = Cluster.Listening.start();
                var cluster = new Cluster(folder.resolve("cluster"), in, broker.port())) {
            var manager = CompletableFuture.supplyAsync(() -> clear(
                    in, cluster.night.out(), cluster.db, "--workers", "--broker", cluster.url(), "--silent", "3"));
            var dies = cluster.worker("dies", "frame:2");
            while (dies.isAlive() && !manager.isDone()) {
                dies.waitFor(50, TimeUnit.MILLISECONDS);
            }
            assertThat(manager.isDone()).isFalse();
            assertThat(KilledNight.isKilled(dies.exitValue()))
                    .as(cluster.said("dies"))
                    .isTrue();
            cluster.worker("hangs", "slice-finished:1:hang");
            while (cluster.slicesOf("hangs").isEmpty() && !manager.isDone()) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            var lives = cluster.worker("lives", "");
            var session = manager.get(5, TimeUnit.MINUTES);

            assertThat(session.exitCode())
                    .as(session.err() + cluster.said("lives"))
                    .isZero();
            assertThat(session.err()).contains("worker hangs has not moved on slice ");
            assertThat(cluster.night.digests()).isEqualTo(alone.digests());
            Cluster.signal("TERM", lives);
            assertThat(lives.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(lives.exitValue()).as(cluster.said("lives")).isEqualTo(143);
        }
    }

    private static Session clear(Path in, Path out, String db, String... more) {
        var words = new java.util.ArrayList<>(java.util.List.of(
                "clear",
                in.toString(),
                "--accepted",
                "2026-07-03",
                "--threads",
                "2",
                "--out",
                out.toString(),
                "--db",
                db));
        words.addAll(java.util.List.of(more));
        return Session.run(words.toArray(String[]::new));
    }
}
