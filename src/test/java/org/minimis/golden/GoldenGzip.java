package org.minimis.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Expected text that is kept compressed because there is much of it; {@code zcat} shows it.
 *
 * <p>What is compared is the text: another Java may compress it to other bytes.
 */
final class GoldenGzip {

    private static final int BYTES_MAX = 2_000_000;

    private GoldenGzip() {}

    /** @param expected from the top of the project */
    static void compare(Path expected, String actual) {
        try {
            if ("write".equals(System.getProperty("golden"))) {
                write(expected, actual);
            }
            if (!Files.exists(expected)) {
                fail("%s is missing; write it with mvn test -Dgolden=write and read it", expected);
            }
            assertThat(Files.size(expected)).as("size of " + expected).isLessThan(BYTES_MAX);
            var before = text(expected).lines().toList();
            var after = actual.lines().toList();
            for (var line = 0; line < Math.max(before.size(), after.size()); line++) {
                var was = line < before.size() ? before.get(line) : "(nothing)";
                var is = line < after.size() ? after.get(line) : "(nothing)";
                assertThat(is)
                        .as(
                                "%s:%d; if the change is meant: mvn test -Dgolden=write, then zcat and diff",
                                expected, line + 1)
                        .isEqualTo(was);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that says the same already is left as it is. */
    private static void write(Path expected, String actual) throws IOException {
        if (Files.exists(expected) && text(expected).equals(actual)) {
            return;
        }
        Files.createDirectories(expected.getParent());
        Files.write(expected, packed(actual));
    }

    private static byte[] packed(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static String text(Path file) throws IOException {
        try (var in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
