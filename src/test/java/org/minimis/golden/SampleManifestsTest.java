package org.minimis.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.minimis.cli.Session;

/** Clears every sample and compares all that it publishes, byte for byte, with what stands beside it. */
class SampleManifestsTest {

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> everyStoryEndsAsItsFolderSays() {
        return Story.all().stream()
                .flatMap(story -> story.accepted().stream()
                        .map(day ->
                                dynamicTest(story.folder().getFileName() + " on " + day, () -> compare(story, day))));
    }

    private void compare(Story story, String day) throws IOException {
        var work = folder.resolve(story.folder().getFileName() + day);
        var session = Session.clear(work, story.arguments(day));
        assertThat(session.exitCode()).as(session.err()).isZero();

        var published = Story.published(work.resolve("out"));

        var expected = story.folder().resolve("expected").resolve(day);
        published.forEach((name, bytes) -> Golden.compare(expected.resolve(name), bytes));
        assertThat(names(expected)).containsExactlyElementsOf(published.keySet());
    }

    private static List<String> names(Path expected) throws IOException {
        try (Stream<Path> files = Files.walk(expected)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> expected.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
