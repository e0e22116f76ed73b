package org.minimis.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Files of expected bytes.
 *
 * <p>{@code mvn test -Dgolden=write} writes what the program gives over what is expected; {@code git diff} is the review.
 */
public final class Golden {

    private static final Path RESOURCES = Path.of("src/test/resources");

    private Golden() {}

    /** @param name under the test resources, for example {@code report/revenue.json} */
    public static void compare(String name, String actual) {
        compare(RESOURCES.resolve(name), actual.getBytes(StandardCharsets.UTF_8));
    }

    /** @param expected from the top of the project */
    public static void compare(Path expected, byte[] actual) {
        try {
            if ("write".equals(System.getProperty("golden"))) {
                if (expected.getParent() != null) {
                    Files.createDirectories(expected.getParent());
                }
                Files.write(expected, actual);
                return;
            }
            if (!Files.exists(expected)) {
                fail("%s is missing; write it with mvn test -Dgolden=write and read it", expected);
            }
            var before = Files.readAllBytes(expected);
            if (!Arrays.equals(before, actual)) {
                assertThat(new String(actual, StandardCharsets.UTF_8))
                        .as("%s; if the change is meant: mvn test -Dgolden=write, then git diff", expected)
                        .isEqualTo(new String(before, StandardCharsets.UTF_8));
                fail("%s differs in bytes that are not text", expected);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
