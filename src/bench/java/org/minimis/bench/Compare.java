package org.minimis.bench;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Measures all programs in turn. */
@Command(name = "compare", description = "Measures all programs in turn and prints a table.")
final class Compare implements Callable<Integer> {

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Override
    public Integer call() throws Exception {
        var work = java.nio.file.Files.createDirectories(options.work());
        var night = Night.of(work, options.jar(), options.count, options.seed, "ndjson");
        var folder = Folders.empty(work.resolve("run"));
        var cost = new Child(folder).run(night.clear(options.jar(), 2, folder, options.launcher()));
        System.out.println(cost);
        return 0;
    }
}
