package org.minimis.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the log of a garbage collector says about a run.
 *
 * @param allocated bytes: what the heap grew by between the collections and after the last one
 * @param heapMax bytes: the fullest that the heap was when a collection began, or at the end
 * @param pauseSeconds how long the program stood still
 * @param collections how many times it did
 */
record GcLog(long allocated, long heapMax, double pauseSeconds, int collections) {

    static final String NAME = "gc.log";

    /** The option of the Java launcher that writes such a log into the working directory. */
    static final String OPTION = "-Xlog:gc,gc+heap+exit:file=" + NAME + ":tags:filecount=0";

    private static final Pattern PAUSE = Pattern.compile("Pause .* (\\d+)M->(\\d+)M\\(\\d+M\\) (\\d+\\.\\d+)ms");
    private static final Pattern AT_EXIT = Pattern.compile("(?:heap|generation|Gen) +total \\d+K, used (\\d+)K");
    private static final long MIB = 1 << 20;

    static GcLog read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return new GcLog(0, 0, 0, 0);
        }
        var counting = new Counting();
        for (var line : Files.readAllLines(file)) {
            counting.line(line);
        }
        return counting.end();
    }

    private static final class Counting {

        private long allocated;
        private long heapMax;
        private long left;
        private long atExit;
        private double pauseMillis;
        private int collections;

        void line(String line) {
            var pause = PAUSE.matcher(line);
            var exit = AT_EXIT.matcher(line);
            if (pause.find()) {
                pause(pause);
            } else if (exit.find()) {
                atExit += Long.parseLong(exit.group(1)) << 10;
            }
        }

        private void pause(Matcher found) {
            var before = Long.parseLong(found.group(1)) * MIB;
            allocated += Math.max(0, before - left);
            heapMax = Math.max(heapMax, before);
            left = Long.parseLong(found.group(2)) * MIB;
            pauseMillis += Double.parseDouble(found.group(3));
            collections++;
        }

        GcLog end() {
            return new GcLog(
                    allocated + Math.max(0, atExit - left), Math.max(heapMax, atExit), pauseMillis / 1e3, collections);
        }
    }
}
