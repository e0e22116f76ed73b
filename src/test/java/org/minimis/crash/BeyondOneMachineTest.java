package org.minimis.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minimis.cli.Session;
import org.minimis.golden.Golden;
import org.minimis.ledger.PostgresServer;

/** Plays what the README says of more than one machine, and what an operator sees meanwhile. */
class BeyondOneMachineTest {

    private static final Path TEXT = Path.of("src/test/resources/cluster/when-one-machine-is-not-enough.md");

    @TempDir
    Path folder;

    private String db = "";
    private String url = "";
    private final List<Process> workers = new ArrayList<>();

    @Test
    void whatTheTextShowsIsReal() throws Exception {
        db = PostgresServer.get().database();
        url = "tcp://localhost:" + PostgresServer.freePort();
        Files.createDirectories(folder.resolve("night"));
        assertThat(Session.run(
                                "generate",
                                "--count",
                                "300",
                                "--seed",
                                "7",
                                "--out",
                                folder.resolve("night/m.ndjson").toString())
                        .exitCode())
                .isZero();
        try (var broker = Cluster.Listening.start()) {
            url = "tcp://localhost:" + broker.port();
            Golden.compare(TEXT, (String.join("\n", played()) + "\n").getBytes(StandardCharsets.UTF_8));
            var watched = Session.run("batches", "--watch", "--db", db);
            assertThat(watched.out()).isEqualTo("workers clear no batch at this moment" + System.lineSeparator());
            assertMetrics();
        } finally {
            for (var worker : workers) {
                worker.destroyForcibly().waitFor();
            }
        }
    }

    private List<String> played() throws Exception {
        var lines = new ArrayList<String>();
        var inSession = false;
        for (var line : Files.readAllLines(TEXT)) {
            inSession = (inSession || line.startsWith("$ ")) && !line.startsWith("```");
            if (line.startsWith("$ ")) {
                lines.add(line);
                lines.addAll(play(line));
            } else if (!inSession) {
                lines.add(line);
            }
        }
        return lines;
    }

    private List<String> play(String line) throws IOException {
        var words = new ArrayList<String>();
        for (var word : Arrays.asList(line.split(" ")).subList(4, line.split(" ").length)) {
            words.add(real(word));
        }
        if (words.remove("&")) {
            words.addAll(List.of("--metrics", folder.resolve("worker.prom").toString(), "--log", "json"));
            workers.add(worker(words));
            return List.of();
        }
        var session = Session.run(words.toArray(String[]::new));
        assertThat(session.exitCode()).as(session.err()).isZero();
        return session.out()
                .lines()
                .map(text -> text.replace(folder + "/", "").replaceAll("B-(\\d{8})-[0-9a-f]{8}", "B-$1-0123abcd"))
                .toList();
    }

    private String real(String word) {
        return switch (word) {
            case "tcp://broker:61616" -> url;
            case "jdbc:postgresql://db/book" -> db;
            case "out", "night" -> folder.resolve(word).toString();
            default -> word;
        };
    }

    private Process worker(List<String> words) throws IOException {
        return new ProcessBuilder(Program.command(false, List.of(), words))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("worker.log").toFile())
                .start();
    }

    private void assertMetrics() throws Exception {
        Cluster.signal("TERM", workers.get(0));
        assertThat(workers.get(0).waitFor()).isEqualTo(143);
        assertThat(Files.readString(folder.resolve("worker.log"))).contains("\"level\":\"INFO\"", "waits for slices\"");
        assertThat(Files.readString(folder.resolve("worker.prom")))
                .contains(
                        "minimis_consignments_total{outcome=\"assessed\",worker=\"",
                        "minimis_duty_total{currency=\"EUR\"")
                .contains("minimis_step_parts_total{step=\"load\"");
    }
}
