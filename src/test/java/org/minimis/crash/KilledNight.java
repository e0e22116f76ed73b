package org.minimis.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minimis.ledger.TestDatabase;

/** One night in a folder of its own, cleared by real programs that may be killed. */
final class KilledNight {

    private static final int KILLED = 137;

    /** A million consignments beside other work take long. */
    private static final int HANGS_MINUTES = 30;

    /** Some minutes of a fiftieth of a second: who waits longer waits for nothing. */
    private static final int MOMENTS = 15_000;

    private static final String[] TABLES = {
        "select * from batch order by id",
        "select * from manifest order by id",
        "select * from slice order by id",
        "select * from assessment order by id",
        "select * from exception_record order by id",
        // The keys of entries and postings follow the order in which workers came; nothing else refers to them.
        "select m.id, e.narrative, p.account, p.amount, p.currency from posting p join journal_entry e on e.id = p.entry"
                + " join manifest m on m.id = e.manifest order by 1, 2, 3, 5",
        "select manifest, count(*) from journal_entry group by manifest order by 1",
        "select * from correction order by original",
        "select * from published_file order by batch, name",
        "select * from batch_end order by batch"
    };

    final Path folder;
    private final Path in;
    private final String db;
    String said = "";

    /** @param in the manifests, which several nights may share */
    KilledNight(Path folder, Path in) throws IOException {
        this(folder, in, TestDatabase.url(folder.resolve("data/book")));
    }

    /** @param db the address of its book */
    KilledNight(Path folder, Path in, String db) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.in = in;
        this.db = db;
    }

    String db() {
        return db;
    }

    Path out() {
        return folder.resolve("out");
    }

    /** Begins the clearing, or goes on with it, and answers with the exit code. */
    int go(String failPoint, long killAfterMillis) throws IOException, InterruptedException {
        return isBegun() ? run(failPoint, killAfterMillis, "rerun") : clear(failPoint, killAfterMillis);
    }

    int clear(String failPoint, long killAfterMillis) throws IOException, InterruptedException {
        return run(failPoint, killAfterMillis, "clear", in.toString(), "--accepted", "2026-07-03");
    }

    private boolean isBegun() throws IOException {
        if (!Files.isDirectory(out())) {
            return false;
        }
        try (Stream<Path> files = Files.list(out())) {
            return files.anyMatch(file -> file.getFileName().toString().matches("\\.asked\\.json|B-.*"));
        }
    }

    /** @param killAfterMillis 0 to let it live */
    int run(String failPoint, long killAfterMillis, String... arguments) throws IOException, InterruptedException {
        var process = start("said", failPoint, arguments);
        if (killAfterMillis > 0 && !process.waitFor(killAfterMillis, TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
        }
        if (!process.waitFor(HANGS_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("it hangs");
        }
        said = Files.readString(folder.resolve("said"));
        return process.exitValue();
    }

    /** Waits until the program has said something, unless it ends before. */
    void awaitSaid(Process process, String text) throws IOException, InterruptedException {
        var left = MOMENTS;
        while (!Files.readString(folder.resolve("said")).contains(text)
                && !process.waitFor(20, TimeUnit.MILLISECONDS)) {
            if (--left == 0) {
                process.destroyForcibly();
                throw new IllegalStateException("it does not say '" + text + "'");
            }
        }
    }

    /** Waits until there is so much to keep: the program stands still there, however fast the machine is. */
    void awaitFrames(Process process, long frames) throws IOException, InterruptedException {
        var left = MOMENTS;
        while (frames() < frames) {
            if (process.waitFor(20, TimeUnit.MILLISECONDS) || --left == 0) {
                process.destroyForcibly();
                throw new IllegalStateException("it has not written %d frames".formatted(frames));
            }
        }
    }

    /** While another process runs. */
    int goBeside(String saidIn) throws IOException, InterruptedException {
        var exit = start(saidIn, "", "rerun").waitFor();
        said = Files.readString(folder.resolve(saidIn));
        return exit;
    }

    Process start(String saidIn, String failPoint, String... arguments) throws IOException {
        var all = new ArrayList<>(List.of(arguments));
        if (List.of("clear", "rerun").contains(arguments[0])) {
            all.addAll(List.of("--threads", "2"));
        }
        all.addAll(List.of("--out", "out", "--db", db));
        var isWhole = failPoint.isEmpty() && arguments[0].equals("clear");
        var command = Program.command(isWhole, List.of("-Dminimis.failpoint=" + failPoint), all);
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(saidIn).toFile())
                .start();
    }

    static boolean isKilled(int exitCode) {
        return exitCode == KILLED;
    }

    /** The digests of all that the night made, file by file, and of the book, table by table. */
    TreeMap<String, String> digests() throws IOException, SQLException {
        var digests = new TreeMap<String, String>();
        try (Stream<Path> files = Files.walk(out())) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var name = out().relativize(file).toString();
                // The plan names the folder, the lock its last holder.
                if (!name.endsWith("plan.json") && !name.equals(".lock")) {
                    digests.put(name, hex(Files.readAllBytes(file)));
                }
            }
        }
        book(digests);
        return digests;
    }

    void book(TreeMap<String, String> digests) throws SQLException {
        var url = db.startsWith("jdbc:h2:") ? db + ";IFEXISTS=TRUE" : db;
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            // A large book does not fit into memory: so PostgreSQL sends it by and by.
            connection.setAutoCommit(false);
            statement.setFetchSize(10_000);
            for (var table : TABLES) {
                var digest = sha256();
                var rows = 0;
                try (var results = statement.executeQuery(table)) {
                    var columns = results.getMetaData().getColumnCount();
                    while (results.next()) {
                        rows++;
                        for (var i = 1; i <= columns; i++) {
                            digest.update((results.getString(i) + "\t").getBytes(StandardCharsets.UTF_8));
                        }
                    }
                }
                digests.put(table, rows + " rows " + HexFormat.of().formatHex(digest.digest()));
            }
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Frames that are whole in the journals: what a rerun need not do again. */
    long frames() throws IOException {
        return journals().stream().mapToLong(KilledNight::framesOf).sum();
    }

    /** Its journals at this moment, of attempts too. */
    List<Path> journals() throws IOException {
        var journals = new ArrayList<Path>();
        if (!Files.isDirectory(out())) {
            return journals;
        }
        Files.walkFileTree(out(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(".journal")) {
                    journals.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                // The night goes on meanwhile and gives its files their last names.
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
                return FileVisitResult.CONTINUE;
            }
        });
        return journals;
    }

    private static long framesOf(Path journal) {
        try {
            var bytes = java.nio.ByteBuffer.wrap(Files.readAllBytes(journal));
            var frames = 0L;
            while (bytes.remaining() >= 16 && bytes.getInt() == 0x4d4e4632) {
                var behind = bytes.getInt() + 4L + bytes.getInt() + bytes.position();
                if (behind > bytes.limit()) {
                    return frames;
                }
                bytes.position((int) behind);
                frames++;
            }
            return frames;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
