package org.minimis.crash;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.minimis.cli.Minimis;
import org.minimis.golden.FolderInMemory;

/**
 * The program as operators have it, in a process of its own. It is started so often that its classes are packed into a jar, and
 * kept as its first whole run has left them in memory.
 */
final class Program {

    private static final Path FOLDER = folder();
    private static final Path JAR = FOLDER.resolve("minimis.jar");
    private static final Path ARCHIVE = FOLDER.resolve("minimis.jsa");
    private static final String CLASS_PATH = classPath();

    private Program() {}

    /** @param isWhole nobody will disturb this run: it may leave its classes to those that come after it */
    static List<String> command(boolean isWhole, List<String> options, List<String> arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xlog:disable"));
        if (Files.exists(ARCHIVE)) {
            command.add("-XX:SharedArchiveFile=" + ARCHIVE);
        } else if (isWhole) {
            command.add("-XX:ArchiveClassesAtExit=" + ARCHIVE);
        }
        command.addAll(options);
        command.addAll(List.of("-cp", CLASS_PATH, Minimis.class.getName()));
        command.addAll(arguments);
        return command;
    }

    private static Path folder() {
        try {
            var folder = FolderInMemory.create("minimis-program");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String classPath() {
        JAR.toFile().deleteOnExit();
        ARCHIVE.toFile().deleteOnExit();
        try {
            pack(Path.of(Minimis.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI()));
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("the program cannot be packed", e);
        }
        var tests = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return JAR
                + File.pathSeparator
                + Stream.of(tests.split(File.pathSeparator))
                        .filter(entry -> entry.endsWith(".jar"))
                        .collect(Collectors.joining(File.pathSeparator));
    }

    private static void pack(Path classes) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(JAR));
                var files = Files.walk(classes)) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            for (var file : files.sorted().toList()) {
                var name = classes.relativize(file).toString();
                if (Files.isDirectory(file)) {
                    zip.putNextEntry(new ZipEntry(name + "/"));
                } else {
                    zip.putNextEntry(new ZipEntry(name));
                    Files.copy(file, zip);
                }
            }
        }
    }
}
