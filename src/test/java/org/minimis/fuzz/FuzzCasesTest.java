package org.minimis.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What fuzzing has found is read again, by each reader: the inputs under {@code src/test/resources/fuzz}, and each seed cut
 * off and spoilt at some places.
 */
class FuzzCasesTest {

    private static final Path CASES = Path.of("src/test/resources/fuzz");
    private static final int READS = 200;

    @TestFactory
    Stream<DynamicTest> noInputMakesAReaderFail() {
        return FuzzedReaders.ALL.keySet().stream()
                .map(name -> dynamicTest(name, () -> {
                    var target = FuzzedReaders.of(name);
                    for (var kept : kept(name)) {
                        read(target, Files.readAllBytes(kept), kept.toString());
                    }
                    var seeds = target.seeds();
                    var places = 1 + READS / seeds.size();
                    for (var seed : seeds) {
                        target.read(seed);
                        for (var i = 0; i < places; i++) {
                            var place = (int) ((long) seed.length * i / places);
                            read(target, Arrays.copyOf(seed, place), name + " seed cut at " + place);
                            var spoilt = seed.clone();
                            spoilt[place] ^= (byte) (1 << i % 8);
                            read(target, spoilt, name + " seed spoilt at " + place);
                        }
                    }
                }));
    }

    private static void read(FuzzTarget target, byte[] input, String what) {
        try {
            target.read(input);
        } catch (Exception | AssertionError e) {
            throw new AssertionError(what, e);
        }
    }

    private static List<Path> kept(String reader) throws IOException {
        var folder = CASES.resolve(reader);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @Test
    void everyFolderOfCasesBelongsToAReader() throws IOException {
        var folders = new ArrayList<String>();
        try (var files = Files.list(CASES)) {
            files.forEach(folder -> folders.add(folder.getFileName().toString()));
        }

        assertThat(FuzzedReaders.ALL.keySet()).containsAll(folders);
    }
}
