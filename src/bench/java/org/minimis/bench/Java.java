package org.minimis.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The Java that runs the benchmark, which runs all that it measures too. */
final class Java {

    private Java() {}

    static String launcher() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** A program of the benchmark itself. */
    static List<String> program(Class<?> main, List<String> options, String... arguments) {
        var command = new ArrayList<>(List.of(launcher()));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(Arrays.asList(arguments));
        return command;
    }
}
