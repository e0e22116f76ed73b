package org.minimis.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What all commands of the benchmark need to know. */
final class BenchOptions {

    @Option(names = "--jar", defaultValue = "target/minimis.jar", description = "Default: ${DEFAULT-VALUE}.")
    private Path jar = Path.of("");

    @Option(
            names = "--work",
            defaultValue = "target/bench",
            description =
                    "Folder for manifests and outputs: 8 GB for a million consignments. Default: ${DEFAULT-VALUE}.")
    private Path work = Path.of("");

    @Option(names = "--count", defaultValue = "1000000", description = "Consignments. Default: ${DEFAULT-VALUE}.")
    long count;

    @Option(names = "--seed", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
    long seed;

    @Option(names = "--heap", defaultValue = "1g", description = "Heap of each program. Default: ${DEFAULT-VALUE}.")
    private String heap = "";

    Path jar() {
        return jar.toAbsolutePath();
    }

    Path work() {
        return work.toAbsolutePath();
    }

    String heap() {
        return heap;
    }

    /** The launcher's options that every program is run with. */
    List<String> launcher() {
        return List.of("-Xmx" + heap, GcLog.OPTION);
    }

    /** The same and those that the build lays beside the jar, as README tells the operator to take. */
    List<String> launcherOfMinimis() throws IOException {
        var all = new ArrayList<>(launcher());
        var beside = jar().resolveSibling("java.options");
        if (Files.exists(beside)) {
            for (var line : Files.readAllLines(beside)) {
                if (line.startsWith("-")) {
                    all.add(line.replace("target/", jar().getParent() + "/"));
                }
            }
        }
        return all;
    }
}
