package org.minimis.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The machine on which a figure was measured, without which it means nothing. */
final class Machine {

    private Machine() {}

    static String text() throws IOException {
        return "%d × %s, %.0f GB of memory, %s %s, JDK %s (%s)"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        line("/proc/cpuinfo", "model name"),
                        kilobytes(line("/proc/meminfo", "MemTotal")) / 1e6,
                        System.getProperty("os.name"),
                        System.getProperty("os.version").replaceFirst("^(\\d+\\.\\d+).*", "$1"),
                        System.getProperty("java.version"),
                        System.getProperty("java.vm.name"));
    }

    private static double kilobytes(String text) {
        var digits = text.toLowerCase(Locale.ROOT).replaceAll("\\D", "");
        return digits.isEmpty() ? Double.NaN : Double.parseDouble(digits);
    }

    private static String line(String file, String key) throws IOException {
        var path = Path.of(file);
        if (!Files.exists(path)) {
            return System.getProperty("os.arch");
        }
        try (var lines = Files.lines(path)) {
            return lines.filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        }
    }
}
