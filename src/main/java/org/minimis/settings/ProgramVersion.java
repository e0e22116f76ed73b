package org.minimis.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The program's own version, as the build wrote it down: reports name it beside the law. */
public final class ProgramVersion {

    private static final String VERSION = read();

    private ProgramVersion() {}

    public static String text() {
        return VERSION;
    }

    private static String read() {
        try (var in = ProgramVersion.class.getResourceAsStream("version.txt")) {
            if (in == null) {
                throw new IllegalStateException("the program does not know its version; build it with Maven");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
