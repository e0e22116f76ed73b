package org.minimis.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runs a program in a process of its own and says what it cost, as the operating system counted it. */
final class Child {

    private static final int LOOK_EVERY_MILLIS = 50;
    private static final int CLOCK_TICKS_PER_SECOND = 100;
    private static final Pattern WORK = Pattern.compile("(?m)^work: ([0-9.]+) s$");

    private final Path folder;

    /** @param folder an empty folder of its own, which becomes the program's working directory */
    Child(Path folder) {
        this.folder = folder;
    }

    /** @throws IOException when the program cannot be run or says that it failed; its last words are in the message */
    Cost run(List<String> command) throws IOException, InterruptedException {
        var said = folder.resolve("said.txt");
        var before = cpuTicksOfChildren();
        var start = System.nanoTime();
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        var look = new Look(Path.of("/proc", Long.toString(process.pid())));
        while (!process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
            look.again();
        }
        var nanos = System.nanoTime() - start;
        var ticks = cpuTicksOfChildren() - before;
        if (process.exitValue() != 0) {
            throw new IOException("exit code %d of %s:%n%s"
                    .formatted(process.exitValue(), String.join(" ", command), Files.readString(said)));
        }
        return new Cost(
                nanos / 1e9,
                (double) ticks / CLOCK_TICKS_PER_SECOND,
                look.residentMax,
                look.written,
                GcLog.read(folder.resolve(GcLog.NAME)),
                workSeconds(Files.readString(said), nanos / 1e9));
    }

    /** Of a program that says how long its work took without its own start. */
    private static double workSeconds(String said, double otherwise) {
        var found = WORK.matcher(said);
        return found.find() ? Double.parseDouble(found.group(1)) : otherwise;
    }

    /** Reads again and again what the kernel knows about a process; zero where there is no such kernel. */
    private static final class Look {

        private final Path process;
        private long residentMax;
        private long written;

        Look(Path process) {
            this.process = process;
        }

        void again() {
            residentMax = Math.max(residentMax, 1024 * number(process.resolve("status"), "VmHWM:"));
            written = Math.max(written, number(process.resolve("io"), "wchar:"));
        }

        private static long number(Path file, String key) {
            try (Stream<String> lines = Files.lines(file)) {
                return lines.filter(line -> line.startsWith(key))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .findFirst()
                        .orElse(0);
            } catch (IOException | UncheckedIOException e) {
                // The process has just ended, or there is no such kernel.
                return 0;
            }
        }
    }

    /** The processor time of all children that have ended, in ticks: the kernel adds it up when a child is reaped. */
    private static long cpuTicksOfChildren() throws IOException {
        var stat = Path.of("/proc/self/stat");
        if (!Files.exists(stat)) {
            return 0;
        }
        var fields = Files.readString(stat).replaceFirst("^.*\\) ", "").split(" ");
        return Long.parseLong(fields[13]) + Long.parseLong(fields[14]);
    }

    /**
     * What one run cost.
     *
     * @param seconds from its start to its end
     * @param cpuSeconds of all its threads, garbage collection and compilation included
     * @param residentMax the most memory it held at once, in bytes
     * @param written bytes that it gave to the kernel to be written
     * @param workSeconds without its own start, of a program that says so; {@code seconds} of others
     */
    record Cost(double seconds, double cpuSeconds, long residentMax, long written, GcLog gc, double workSeconds) {}
}
