package org.minimis.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Measures the stations of a consignment one by one, with JMH. */
@Command(name = "jmh", description = "Measures reading, assessing, declaring, journal and book one by one, with JMH.")
final class Stations implements Callable<Integer> {

    @Parameters(arity = "0..*", description = "For JMH, behind --: '-- -f 3 read'.")
    private List<String> arguments = List.of();

    @Override
    public Integer call() throws Exception {
        // Bytes allocated for a consignment stand beside its time.
        var all = new ArrayList<>(List.of("-prof", "gc"));
        all.addAll(arguments);
        org.openjdk.jmh.Main.main(all.toArray(new String[0]));
        return 0;
    }
}
