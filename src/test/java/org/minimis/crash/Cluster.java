package org.minimis.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.minimis.batch.ClearException;
import org.minimis.batch.EmbeddedBroker;
import org.minimis.ledger.PostgresServer;

/** A manager, its workers and their broker, each a real program, with one book in PostgreSQL. */
final class Cluster implements AutoCloseable {

    final KilledNight night;
    final String db;
    final int port;
    private final List<Process> processes = new ArrayList<>();
    private final List<String> common;
    private Process broker;
    private Process manager;

    /** @param waits how long manager and workers wait for what */
    Cluster(Path folder, Path in, String... waits) throws IOException {
        this(folder, in, PostgresServer.freePort(), waits);
    }

    Cluster(Path folder, Path in, int port, String... waits) throws IOException {
        this.port = port;
        db = PostgresServer.get().database();
        night = new KilledNight(folder, in, db);
        common = List.of(waits);
    }

    /** A broker in this process, on a port that nobody else has taken meanwhile. */
    record Listening(EmbeddedBroker broker, int port) implements AutoCloseable {

        static Listening start() throws IOException {
            for (var tries = 10; ; tries--) {
                var port = PostgresServer.freePort();
                try {
                    return new Listening(EmbeddedBroker.start("tcp://localhost:" + port), port);
                } catch (ClearException e) {
                    if (tries == 0) {
                        throw e;
                    }
                }
            }
        }

        @Override
        public void close() {
            broker.close();
        }
    }

    String url() {
        return "tcp://localhost:" + port;
    }

    Process worker(String name, String failPoint, String... more) throws IOException {
        var words = new ArrayList<>(List.of("worker", "--broker", url(), "--threads", "1", "--name", name));
        words.addAll(List.of(more));
        return begun(night.start(name, failPoint, words.toArray(String[]::new)));
    }

    Process manager(String saidIn, String... words) throws IOException {
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--workers", "--broker", url()));
        all.addAll(common);
        manager = begun(night.start(saidIn, "", all.toArray(String[]::new)));
        return manager;
    }

    /** The exit code of the manager that was started last. */
    int exit() throws InterruptedException {
        return manager.waitFor();
    }

    /** Starts the broker. */
    Process broker() throws IOException, InterruptedException {
        var words = List.of("broker", "--port", Integer.toString(port));
        broker = begun(new ProcessBuilder(Program.command(false, List.of("-Xmx128m"), words))
                .directory(night.folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(night.folder.resolve("broker").toFile())
                .start());
        while (!said("broker").contains("listens") && !broker.waitFor(20, TimeUnit.MILLISECONDS)) {
            // It will.
        }
        return broker;
    }

    private Process begun(Process process) {
        processes.add(process);
        return process;
    }

    void endBroker() throws InterruptedException {
        broker.destroyForcibly().waitFor();
    }

    /** Waits until a program has said something, unless it ends before. */
    void awaitSaid(String name, String text) throws IOException, InterruptedException {
        var left = 600;
        while (!said(name).contains(text) && left-- > 0) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    String said(String name) throws IOException {
        return Files.readString(night.folder.resolve(name));
    }

    /** Waits until that many slices are with that worker, or were. */
    boolean awaitTaken(String worker, Process manager) throws InterruptedException, SQLException {
        while (manager.isAlive()) {
            if (!slicesOf(worker).isEmpty()) {
                return true;
            }
            manager.waitFor(50, TimeUnit.MILLISECONDS);
        }
        return false;
    }

    /** What a worker had last, as the book has it. */
    List<String> slicesOf(String worker) throws SQLException {
        var slices = new ArrayList<String>();
        try (var connection = DriverManager.getConnection(db);
                var select = connection.prepareStatement("select step || ' ' || slice || ', ' || records || ' records'"
                        + " from attempt where worker = ? and state = 'TAKEN' order by execution")) {
            select.setString(1, worker);
            var row = select.executeQuery();
            while (row.next()) {
                slices.add(row.getString(1));
            }
        }
        return slices;
    }

    static void signal(String name, Process process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    /** Ends those that are left, and only those. */
    @Override
    public void close() {
        end();
    }

    void end() {
        for (var process : processes) {
            process.destroyForcibly().onExit().join();
        }
    }
}
