package org.minimis.ledger;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.minimis.golden.FolderInMemory;

/** A real PostgreSQL of this machine's packages, on a free port, in a folder of its own, for as long as the tests run. */
public final class PostgresServer {

    private static final Path PACKAGES = Path.of("/usr/lib/postgresql");
    private static final boolean IS_ROOT = "root".equals(System.getProperty("user.name"));
    private static final int FIRST_PORT = 20_000;
    private static final int PORTS = 5_000;
    private static final AtomicInteger NEXT_PORT =
            new AtomicInteger(FIRST_PORT + (int) (ProcessHandle.current().pid() * 7 % PORTS));
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static Optional<PostgresServer> started = Optional.empty();
    private static Optional<String> missing = Optional.empty();

    private final Path programs;
    private final Path folder;
    private final int port;

    private PostgresServer(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /** The one that all tests share. Where there is none, the test is skipped with a word. */
    public static synchronized PostgresServer get() {
        if (started.isEmpty() && missing.isEmpty()) {
            try {
                var programs = programs();
                if (programs.isEmpty()) {
                    missing = Optional.of("PostgreSQL is not installed; apt-get install postgresql");
                } else {
                    started = Optional.of(start(programs.get()));
                }
            } catch (IOException | InterruptedException e) {
                missing = Optional.of("PostgreSQL does not start here: " + e.getMessage());
            }
        }
        Assumptions.assumeTrue(started.isPresent(), missing.orElse(""));
        return started.orElseThrow();
    }

    private static Optional<Path> programs() throws IOException {
        if (!Files.isDirectory(PACKAGES)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(PACKAGES)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(programs -> Files.isExecutable(programs.resolve("initdb")))
                    .max(Comparator.comparing(Path::toString));
        }
    }

    private static PostgresServer start(Path programs) throws IOException, InterruptedException {
        var folder = FolderInMemory.create("minimis-postgresql");
        var server = new PostgresServer(programs, folder, freePort());
        if (IS_ROOT) {
            // It refuses to run as root.
            server.run("chown", "postgres", folder.toString());
        }
        var data = folder.resolve("data").toString();
        server.program("initdb", "-D", data, "-U", "minimis", "-A", "trust", "-E", "UTF8", "--locale=C", "-N");
        server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::end));
        return server;
    }

    /**
     * A port for a server, none of those that the system gives to connections: one of them could be taken while the server
     * starts, or is away for a test.
     */
    public static int freePort() throws IOException {
        while (true) {
            // Each is given once: whoever asked for it may not listen yet.
            var port = NEXT_PORT.getAndIncrement();
            try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException e) {
                if (port > FIRST_PORT + 2 * PORTS) {
                    throw e;
                }
            }
        }
    }

    private void start() throws IOException, InterruptedException {
        control("start");
    }

    private void stop() throws IOException, InterruptedException {
        control("-m", "immediate", "stop");
    }

    /** Stops it at once, as if it had died, so that connections break, and starts it as it was started first. */
    public void restart() throws IOException, InterruptedException {
        control("-m", "immediate", "restart");
    }

    private void control(String... what) throws IOException, InterruptedException {
        var options = "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories=%s -c fsync=off -c jit=off"
                .formatted(port, folder);
        var arguments = new ArrayList<>(List.of("-D", folder.resolve("data").toString(), "-w"));
        arguments.addAll(List.of("-l", folder.resolve("log").toString(), "-o", options));
        arguments.addAll(List.of(what));
        program("pg_ctl", arguments.toArray(String[]::new));
    }

    private void end() {
        try {
            stop();
            run("rm", "-rf", folder.toString());
        } catch (IOException | InterruptedException e) {
            System.err.println("PostgreSQL in " + folder + " was not ended");
        }
    }

    private void program(String name, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        if (IS_ROOT) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(programs.resolve(name).toString());
        command.addAll(List.of(arguments));
        run(command.toArray(String[]::new));
    }

    private void run(String... command) throws IOException, InterruptedException {
        var output = Files.createTempFile("minimis-postgresql", ".log");
        var process = new ProcessBuilder(command)
                .directory(folder.getParent().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroy();
            throw new IOException(command[0] + ": " + Files.readString(output).strip());
        }
        Files.delete(output);
    }

    /** The address of a new book without a batch. */
    public String database() {
        var number = DATABASES.incrementAndGet();
        if (number == 1) {
            create("migrated", "template1");
            Book.open(url("migrated")).close();
        }
        create("book" + number, "migrated");
        return url("book" + number);
    }

    private void create(String name, String template) {
        try (var connection = DriverManager.getConnection(url("postgres"));
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + " template " + template + " strategy file_copy");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?user=minimis".formatted(port, database);
    }
}
