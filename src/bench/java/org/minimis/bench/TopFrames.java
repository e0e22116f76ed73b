package org.minimis.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/**
 * Says as text where a flight recording spent its time and what it allocated: {@code java -cp … org.minimis.bench.TopFrames
 * night.jfr}.
 *
 * <p>Each sample counts for its top frame, and for the method of minimis that is nearest to it: the first says what the
 * processor did, the second who asked for it.
 */
final class TopFrames {

    private static final String OURS = "org.minimis.";
    private static final int ROWS = 30;

    /** The address that the virtual machine gives to the class of a lambda. */
    private static final Pattern LAMBDA = Pattern.compile("\\$\\$Lambda[$0-9+x.a-f]*");

    private final Tally tops = new Tally();
    private final Tally packages = new Tally();
    private final Tally askers = new Tally();
    private final Tally callers = new Tally();
    private final Tally rooms = new Tally();
    private final Tally inside = new Tally();
    private final Tally natives = new Tally();
    private final Tally classes = new Tally();
    private final Tally allocators = new Tally();

    public static void main(String[] args) throws IOException {
        var frames = new TopFrames();
        frames.read(Path.of(args[0]));
        frames.print(System.out);
    }

    void read(Path recording) throws IOException {
        try (var file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                count(file.readEvent());
            }
        }
    }

    private void count(RecordedEvent event) {
        switch (event.getEventType().getName()) {
            case "jdk.ExecutionSample" -> sample(event);
            case "jdk.NativeMethodSample" -> natives.add(top(event), 1);
            case "jdk.ObjectAllocationSample" -> {
                var weight = event.getLong("weight");
                classes.add(event.getClass("objectClass").getName(), weight);
                allocators.add(nearest(event), weight);
            }
            default -> {}
        }
    }

    private void sample(RecordedEvent event) {
        var top = top(event);
        var asker = nearest(event);
        tops.add(top, 1);
        packages.add(packageOf(top), 1);
        askers.add(asker, 1);
        callers.add(top + " < " + asker, 1);
        rooms.add(packageOf(asker), 1);
        var seen = new HashMap<String, Boolean>();
        if (event.getStackTrace() != null) {
            for (var frame : event.getStackTrace().getFrames()) {
                var name = name(frame);
                if (name.startsWith(OURS) && seen.put(name, true) == null) {
                    inside.add(name, 1);
                }
            }
        }
    }

    private static String top(RecordedEvent event) {
        var stack = event.getStackTrace();
        return stack == null || stack.getFrames().isEmpty()
                ? "?"
                : name(stack.getFrames().get(0));
    }

    private static String nearest(RecordedEvent event) {
        var stack = event.getStackTrace();
        if (stack != null) {
            for (var frame : stack.getFrames()) {
                if (name(frame).startsWith(OURS)) {
                    return name(frame);
                }
            }
        }
        return "(none of ours)";
    }

    private static String name(RecordedFrame frame) {
        var method = frame.getMethod();
        return method == null
                ? "?"
                : LAMBDA.matcher(method.getType().getName()).replaceAll("\\$\\$lambda") + "." + method.getName();
    }

    /** The package of a method's name: {@code a.b.C.m} gives {@code a.b}. */
    private static String packageOf(String method) {
        var upToClass = method.lastIndexOf('.');
        var upToPackage = upToClass < 0 ? -1 : method.lastIndexOf('.', upToClass - 1);
        return upToPackage < 0 ? method : method.substring(0, upToPackage);
    }

    void print(PrintStream out) {
        tops.print(out, "top frames", ROWS, null);
        packages.print(out, "packages of the top frame", ROWS / 2, null);
        rooms.print(out, "packages of minimis, by the nearest frame of ours", ROWS / 2, null);
        askers.print(out, "methods of minimis, by the nearest frame of ours", ROWS, null);
        inside.print(out, "methods of minimis and all they call", 2 * ROWS, tops);
        callers.print(out, "top frame < nearest frame of ours", ROWS, null);
        natives.print(out, "native frames (mostly waiting)", ROWS / 3, null);
        classes.print(out, "bytes allocated by class", ROWS, null);
        allocators.print(out, "bytes allocated by the nearest frame of ours", ROWS, null);
    }

    /** Counts by name. */
    private static final class Tally {

        private final Map<String, Long> counts = new HashMap<>();
        private long sum;

        void add(String name, long count) {
            counts.merge(name, count, Long::sum);
            sum += count;
        }

        /** @param whole whose sum is a hundred per cent, where one sample counts for several names */
        void print(PrintStream out, String title, int rows, @Nullable Tally whole) {
            var hundred = Math.max(1, whole == null ? sum : whole.sum);
            out.printf("%n%s (%,d)%n", title, hundred);
            counts.entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(rows)
                    .forEach(entry -> out.printf(
                            "%6.1f %%  %,15d  %s%n",
                            100.0 * entry.getValue() / hundred, entry.getValue(), entry.getKey()));
        }
    }
}
