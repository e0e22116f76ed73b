package org.minimis.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.minimis.ledger.PostgresServer;
import org.minimis.manifest.GeneratorOptions;
import org.minimis.manifest.ManifestGenerator;
import org.minimis.settings.ConfigFolder;

/**
 * The one jar that the build packs, started as README says: that all of its libraries found their way into it. There must be
 * one, so: {@code mvn -DskipTests package && mvn -Pcrash test -Dtest=PackedProgramTest}.
 */
@EnabledIfSystemProperty(named = "crash", matches = "\\d+")
class PackedProgramTest {

    private static final List<String> JAVA = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "@target/java.options",
            "-Xmx256m",
            "-jar",
            "target/minimis.jar");

    @TempDir
    Path folder;

    @Test
    void aManagerWithItsBrokerAndAWorkerClearWhatOneProcessClears() throws Exception {
        var in = Files.createDirectories(folder.resolve("in"));
        new ManifestGenerator(ConfigFolder.packed())
                .write(GeneratorOptions.of(300, 7).withFaults(2), in.resolve("m.ndjson"));
        var port = PostgresServer.freePort();
        var shared = new KilledNight(
                folder.resolve("shared"), in, PostgresServer.get().database());
        var worker = start(shared, "worker", "--broker", "tcp://localhost:" + port, "--threads", "1");
        try {
            var manager = clear(shared, in, "--workers", "--untaken", "60", "--broker", "embedded:" + port);
            var alone =
                    new KilledNight(folder.resolve("alone"), in, "jdbc:h2:file:" + folder.resolve("alone/data/book"));
            assertThat(clear(alone, in).waitFor()).as(said(alone, "clear")).isZero();
            assertThat(manager.waitFor())
                    .as(said(shared, "clear") + said(shared, "worker"))
                    .isZero();

            assertThat(shared.digests()).isEqualTo(alone.digests());
        } finally {
            worker.destroyForcibly().waitFor();
        }
    }

    private static Process clear(KilledNight night, Path in, String... more) throws IOException {
        var words = new ArrayList<>(List.of(in.toString(), "--accepted", "2026-07-03"));
        words.addAll(List.of(more));
        return start(night, "clear", words.toArray(String[]::new));
    }

    private static Process start(KilledNight night, String command, String... words) throws IOException {
        var all = new ArrayList<>(JAVA);
        all.add(command);
        all.addAll(List.of(words));
        all.addAll(List.of("--out", night.out().toString(), "--db", night.db()));
        return new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(night.folder.resolve(command).toFile())
                .start();
    }

    private static String said(KilledNight night, String command) throws IOException {
        return Files.readString(night.folder.resolve(command));
    }
}
