package org.minimis.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Clears a night under the flight recorder and prints where the time went. */
@Command(name = "profile", description = "Clears a night under the flight recorder and prints where the time went.")
final class Profile implements Callable<Integer> {

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Option(names = "--threads", defaultValue = "2", description = "Workers. Default: ${DEFAULT-VALUE}.")
    private int threads;

    @Option(names = "--ending", defaultValue = "ndjson", description = "ndjson, csv, each also .gz.")
    private String ending = "";

    @Override
    public Integer call() throws Exception {
        var folder = Folders.empty(options.work().resolve("profile"));
        var night = Night.of(folder.getParent(), options.jar(), options.count, options.seed, ending);
        var recording = folder.resolve("night.jfr");
        var cost = new Child(folder).run(night.clear(options.jar(), threads, folder, recorded(recording)));
        System.out.printf(
                "%,d consignments in %.1f s, %.0f/s, %.1f s of CPU, %,d MB heap, %,d B allocated each, %,d MB written%n",
                night.consignments(),
                cost.seconds(),
                night.consignments() / cost.seconds(),
                cost.cpuSeconds(),
                cost.gc().heapMax() >> 20,
                cost.gc().allocated() / night.consignments(),
                cost.written() >> 20);
        System.out.printf(
                "garbage collection: %d pauses, %.1f %% of the time%n",
                cost.gc().collections(), 100 * cost.gc().pauseSeconds() / cost.seconds());
        Steps.print(folder, System.out);
        var frames = new TopFrames();
        frames.read(recording);
        frames.print(System.out);
        System.out.printf("%nrecording: %s%n", recording);
        return 0;
    }

    private List<String> recorded(Path recording) throws IOException {
        var all = new ArrayList<>(options.launcherOfMinimis());
        all.addAll(List.of(
                // Without it a sample is moved to the next place where a thread may be stopped.
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:+DebugNonSafepoints",
                "-XX:FlightRecorderOptions=stackdepth=256",
                "-XX:StartFlightRecording=settings=profile,filename=" + recording));
        return all;
    }
}
