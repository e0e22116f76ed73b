package org.minimis.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** What Jazzer calls: one reader, named by the property {@code fuzz.reader}, and what its inputs cost. */
public final class Fuzzing {

    private static final long CPU_MAX_MILLIS = 1_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static FuzzTarget target;
    private static long inputs;
    private static long slowest;

    private Fuzzing() {}

    /** The seeds are read once before time counts: loading classes and tables of reference is not the inputs' fault. */
    public static void fuzzerInitialize() throws Exception {
        target = FuzzedReaders.of(System.getProperty("fuzz.reader"));
        for (var seed : target.seeds()) {
            target.read(seed);
        }
    }

    /** An input that takes more than a second of the processor is a hang. */
    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        var before = THREADS.getCurrentThreadCpuTime();
        target.read(input);
        var millis = (THREADS.getCurrentThreadCpuTime() - before) / 1_000_000;
        inputs++;
        slowest = Math.max(slowest, millis);
        if (millis > CPU_MAX_MILLIS) {
            throw new AssertionError("an input of %d bytes took %d ms".formatted(input.length, millis));
        }
    }

    public static void fuzzerTearDown() {
        var runtime = Runtime.getRuntime();
        System.gc();
        System.err.printf(
                "fuzzed %d inputs, slowest %d ms, heap %d MB of %d MB%n",
                inputs, slowest, runtime.totalMemory() - runtime.freeMemory() >> 20, runtime.maxMemory() >> 20);
    }
}
