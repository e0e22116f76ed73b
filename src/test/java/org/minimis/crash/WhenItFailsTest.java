package org.minimis.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minimis.golden.Golden;
import org.minimis.manifest.GeneratorOptions;
import org.minimis.manifest.ManifestGenerator;
import org.minimis.settings.ConfigFolder;

/** What an operator sees when a night fails, of real programs. */
class WhenItFailsTest {

    private static final Path TEXT = Path.of("src/test/resources/crash/when-it-fails.md");

    private static final String STOPPING = "stopping at the next chunk; once more ends at once";
    private static final String AT_ITS_FIRST_FRAME = "frame:1:until:gate";

    @TempDir
    Path folder;

    @Test
    void whatTheTextShowsIsReal() throws Exception {
        var lines = new ArrayList<String>();
        var inSession = false;
        for (var line : Files.readAllLines(TEXT)) {
            inSession = (inSession || line.startsWith("$ ")) && !line.startsWith("```");
            if (line.startsWith("$ ")) {
                lines.add(line);
                lines.addAll(printed(line.substring(2)));
            } else if (!inSession) {
                lines.add(line);
            }
        }

        Golden.compare(TEXT, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private List<String> printed(String line) throws Exception {
        var words = Arrays.asList(line.split(" +#")[0].split(" "));
        if (words.get(0).equals("rm")) {
            Files.delete(folder.resolve(words.get(1)));
            return List.of();
        }
        Files.createDirectories(folder.resolve("night"));
        var jar = words.indexOf("-jar");
        var command = Program.command(false, words.subList(1, jar), words.subList(jar + 2, words.size()));
        var out = folder.resolve("out.txt");
        var exit = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(folder.resolve("err.txt").toFile())
                .start()
                .waitFor();
        assertThat(exit)
                .as(Files.readString(folder.resolve("err.txt")))
                .isEqualTo(line.contains("failpoint") ? 137 : 0);
        // The number of a batch changes with every word of the law.
        return Files.readAllLines(out).stream()
                .map(text -> text.replaceAll("B-(\\d{8})-[0-9a-f]{8}", "B-$1-0123abcd"))
                .toList();
    }

    @Test
    void aNightThatSignalsEndThreeTimesAndAnotherProcessWantsComesOutLikeAnUndisturbedOne() throws Exception {
        var in = Files.createDirectories(folder.resolve("in"));
        new ManifestGenerator(ConfigFolder.packed()).write(GeneratorOptions.of(10_000, 5), in.resolve("m.ndjson"));
        var undisturbed = new KilledNight(folder.resolve("undisturbed"), in);
        assertThat(undisturbed.clear("", 0)).as(undisturbed.said).isZero();
        var night = new KilledNight(folder.resolve("night"), in);

        var first = night.start("said", AT_ITS_FIRST_FRAME, "clear", in.toString(), "--accepted", "2026-07-03");
        awaitFrames(night, 1, first);
        assertAnotherIsToldWhoWorks(night, first);
        assertStopsAtItsNextChunk(night, first, "TERM", 143);
        var second = night.start("said", AT_ITS_FIRST_FRAME, "rerun");
        awaitFrames(night, night.frames() + 1, second);
        assertStopsAtItsNextChunk(night, second, "INT", 130);
        assertEndsAtOnceWhenAskedTwice(night);

        assertThat(night.go("", 0)).as(night.said).isZero();
        assertThat(night.digests()).isEqualTo(undisturbed.digests());
        assertThat(night.run("", 0, "rerun")).isZero();
        assertThat(night.said).contains("all batches under out are complete, nothing is done");
        assertSameReportFromRebuiltBook(night);
    }

    private static void assertAnotherIsToldWhoWorks(KilledNight night, Process first) throws Exception {
        signal("STOP", first);
        var another = new KilledNight(night.folder, night.folder);

        assertThat(another.goBeside("another.txt")).as(another.said).isEqualTo(6);

        assertThat(another.said).contains("process " + first.pid() + " on ", "holds it; wait until that run ends");
        signal("CONT", first);
    }

    private static void assertStopsAtItsNextChunk(KilledNight night, Process process, String signal, int exit)
            throws Exception {
        var gate = night.folder.resolve("gate");
        signal(signal, process);
        night.awaitSaid(process, STOPPING);

        Files.createFile(gate);

        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(exit);
        assertThat(Files.readString(night.folder.resolve("said")))
                .contains(STOPPING + "\n", "error: stopped; 'minimis rerun' goes on where it stood\n");
        Files.delete(gate);
    }

    /** On a disk that does not answer no chunk ends any more. */
    private static void assertEndsAtOnceWhenAskedTwice(KilledNight night) throws Exception {
        var before = night.frames();
        var hanging = night.start("said", "frame:1:hang", "rerun");
        awaitFrames(night, before + 1, hanging);
        signal("INT", hanging);
        night.awaitSaid(hanging, STOPPING);
        assertThat(hanging.isAlive()).isTrue();

        signal("INT", hanging);

        assertThat(hanging.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(hanging.exitValue()).isEqualTo(130);
        assertThat(night.frames()).isGreaterThan(before);
    }

    /** Until there is so much to keep: the program stands still there, however fast the machine is. */
    private static void awaitFrames(KilledNight night, long frames, Process process) throws Exception {
        while (night.frames() < frames) {
            assertThat(process.waitFor(20, TimeUnit.MILLISECONDS)).isFalse();
        }
    }

    private static void assertSameReportFromRebuiltBook(KilledNight night) throws Exception {
        assertThat(night.run("", 0, "report", "--format", "json")).isZero();
        var report = night.said;
        Files.delete(night.folder.resolve("data/book.mv.db"));
        assertThat(night.run("", 0, "book", "rebuild")).isZero();
        assertThat(night.run("", 0, "report", "--format", "json")).isZero();
        assertThat(night.said).isEqualTo(report);
    }

    private static void signal(String name, Process process) throws IOException, InterruptedException {
        var sent = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .waitFor();
        assertThat(sent).isZero();
    }
}
