package org.minimis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minimis.golden.Story;
import org.minimis.manifest.GeneratorOptions;
import org.minimis.manifest.ManifestException;
import org.minimis.manifest.ManifestGenerator;
import org.minimis.settings.ConfigFolder;

/** A manifest that cannot be read fails alone, with a word to the operator; mended, it is as if it had been good at once. */
class FaultyManifestsTest {

    private static final String DAY = "2026-07-03";
    private static final String INCOMPLETE =
            " is incomplete: mend what failed, then 'minimis rerun'; what is published stays";

    @TempDir
    Path folder;

    private Path in;

    @BeforeEach
    void manifests() throws Exception {
        in = Files.createDirectories(folder.resolve("in"));
        var generator = new ManifestGenerator(ConfigFolder.packed());
        generator.write(GeneratorOptions.of(60, 1), in.resolve("a.ndjson"));
        generator.write(GeneratorOptions.of(60, 3), in.resolve("c.csv"));
    }

    private Session run(String night, String command, String... more) {
        var work = folder.resolve(night);
        var all = new ArrayList<>(List.of(command, "--out", work.resolve("out") + "", "--db", Session.db(work)));
        all.addAll(List.of(more));
        return Session.run(all.toArray(String[]::new));
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return out.toByteArray();
    }

    /** Spoils a manifest. */
    private interface Spoiler {
        void spoil(Path file, byte[] good) throws IOException;
    }

    /** How a manifest may come, and what is said of it. */
    private enum Fault {
        TRUNCATED_GZIP(
                ".ndjson.gz",
                "the gzip file ends too early; hand it over again",
                (file, good) -> Files.write(file, Arrays.copyOf(gzip(good), gzip(good).length / 2))),
        CHANGED_GZIP(
                ".ndjson.gz",
                "the gzip file is damaged (its checksum is wrong); hand it over again",
                (file, good) -> Files.write(file, changed(gzip(good)))),
        PACKED_UNDER_A_PLAIN_NAME(
                ".ndjson",
                "it is a gzip file where lines of text should be; unpack it; mend it, then rerun",
                (file, good) -> Files.write(file, gzip(good))),
        UTF_16(
                ".ndjson",
                "it is written in UTF-16 or UTF-32; save the manifest as UTF-8; mend it, then rerun",
                (file, good) -> Files.writeString(file, text(good), StandardCharsets.UTF_16LE)),
        UTF_16_WITH_ITS_MARK(
                ".ndjson",
                "it is written in UTF-16 or UTF-32; save the manifest as UTF-8; mend it, then rerun",
                (file, good) -> Files.writeString(file, text(good), StandardCharsets.UTF_16)),
        EMPTY(
                ".ndjson",
                "it holds no record; ask the carrier for it; mend it, then rerun",
                (file, good) -> Files.write(file, new byte[0])),
        VANISHED(
                ".ndjson",
                "it cannot be read to its end (there is no such file); ask for it again",
                (file, good) -> Files.createSymbolicLink(file, file.resolveSibling("gone"))),
        ON_A_BROKEN_DISK(
                ".ndjson",
                "it cannot be read to its end (Input/output error); ask for it again",
                (file, good) -> Files.createSymbolicLink(file, Path.of("/proc/self/mem"))),
        FORBIDDEN(
                ".ndjson",
                "it cannot be read to its end (access is denied); ask for it again",
                (file, good) -> Files.setPosixFilePermissions(
                        Files.write(file, good), PosixFilePermissions.fromString("---------")));

        final String ending;
        final String said;
        final Spoiler spoiler;

        Fault(String ending, String said, Spoiler spoiler) {
            this.ending = ending;
            this.said = said;
            this.spoiler = spoiler;
        }

        /** Only Linux has a file that breaks, and nothing is forbidden to root. */
        boolean isPossible(Path file) {
            return this == FORBIDDEN ? !Files.isReadable(file) : this != ON_A_BROKEN_DISK || Files.isRegularFile(file);
        }

        Path in(Path folder) {
            return folder.resolve("b-" + name() + ending);
        }
    }

    private static byte[] changed(byte[] packed) {
        packed[packed.length - 6] ^= 1;
        return packed;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private byte[] whole(Fault fault) throws IOException, ManifestException {
        var file = folder.resolve(fault + ".ndjson");
        new ManifestGenerator(ConfigFolder.packed()).write(GeneratorOptions.of(30, 10 + fault.ordinal()), file);
        return Files.readAllBytes(file);
    }

    @Test
    void eachFailsAloneAndIsTakenUpMended() throws Exception {
        var faults = EnumSet.allOf(Fault.class);
        for (var fault : Fault.values()) {
            fault.spoiler.spoil(fault.in(in), whole(fault));
            if (!fault.isPossible(fault.in(in))) {
                faults.remove(fault);
                Files.delete(fault.in(in));
            }
        }
        assertThat(faults).hasSizeGreaterThan(5);

        var first = run("night", "clear", in.toString(), "--accepted", DAY);

        assertThat(first.exitCode()).isEqualTo(4);
        for (var fault : faults) {
            assertThat(first.out()).contains("  failed: " + fault.in(in) + ": " + fault.said + "\n");
        }
        assertThat(first.out().lines().filter(line -> line.contains("60 records = ")))
                .hasSize(2);
        assertThat(first.err()).contains(INCOMPLETE);
        var published = Story.published(folder.resolve("night/out"));
        published.keySet().removeIf(name -> !name.startsWith("declarations/"));
        assertThat(published).hasSizeGreaterThan(3);
        for (var fault : faults) {
            Files.delete(fault.in(in));
            var bytes = whole(fault);
            Files.write(fault.in(in), fault.ending.endsWith(".gz") ? gzip(bytes) : bytes);
        }

        var second = run("night", "rerun");

        assertThat(second.exitCode()).as(second.err()).isZero();
        var batch = second.out().lines().findFirst().orElseThrow().substring("batch ".length());
        assertThat(run("night", "rerun", batch))
                .isEqualTo(new Session(0, "batch %s is complete, nothing is done\n".formatted(batch), ""));
        assertThat(run("good", "clear", in.toString(), "--accepted", DAY).exitCode())
                .isZero();
        assertThat(withoutNumber("night")).isEqualTo(withoutNumber("good"));
        var after = Story.published(folder.resolve("night/out"));
        published.forEach((name, bytes) -> assertThat(after.get(name)).as(name).isEqualTo(bytes));
        assertThat(run("night", "verify", folder.resolve("night/out").toString())
                        .out())
                .isEqualTo("0 differences\n");
    }

    /** To the byte; only the number of a batch is made of the bytes that were handed over first. */
    private Map<String, String> withoutNumber(String night) {
        var files = new TreeMap<String, String>();
        Story.published(folder.resolve(night).resolve("out"))
                .forEach((name, bytes) -> files.put(name, text(bytes).replaceFirst("B-\\d{8}-[0-9a-f]{8}", "B")));
        return files;
    }

    /** Poison: bytes that no reader can make a record of, in the place of whole records. */
    @ParameterizedTest(name = "every {0}th of {1} records")
    @CsvSource({"10000, 10000", "100, 1000", "2, 1000"})
    void poisonedRecordsAreRejectedAndAllOthersCleared(int every, int records) throws Exception {
        Files.delete(in.resolve("c.csv"));
        var manifest = in.resolve("a.ndjson");
        new ManifestGenerator(ConfigFolder.packed()).write(GeneratorOptions.of(records, 4), manifest);
        var mixed = new ByteArrayOutputStream();
        var sound = new ByteArrayOutputStream();
        var line = 0;
        for (var record : Files.readAllLines(manifest)) {
            var bytes = (record + "\n").getBytes(StandardCharsets.UTF_8);
            if (++line % every == every / 2) {
                mixed.write(poison(line, bytes));
            } else {
                mixed.write(bytes);
                sound.write(bytes);
            }
        }
        Files.write(manifest, mixed.toByteArray());
        Files.write(Files.createDirectory(folder.resolve("only")).resolve("a.ndjson"), sound.toByteArray());

        var poisoned = run("poisoned", "clear", in.toString(), "--accepted", DAY, "--threads", "2");
        var again = run("again", "clear", in.toString(), "--accepted", DAY, "--threads", "1");
        var only = run("sound", "clear", folder.resolve("only").toString(), "--accepted", DAY, "--threads", "2");

        assertThat(List.of(poisoned.exitCode(), again.exitCode(), only.exitCode()))
                .containsOnly(0);
        assertThat(withoutNumber("again")).isEqualTo(withoutNumber("poisoned"));
        var counts = only.out()
                .lines()
                .filter(text -> text.contains(" records = "))
                .findFirst()
                .orElseThrow();
        var bad = records / every;
        assertThat(counts).endsWith("+ 0 rejected").contains("%,d records".formatted(records - bad));
        assertThat(poisoned.out())
                .contains(counts.replace("%,d records".formatted(records - bad), "%,d records".formatted(records))
                        .replace("+ 0 rejected", "+ %,d rejected".formatted(bad)));
        var before = withoutNumber("sound");
        var after = withoutNumber("poisoned");
        before.keySet().removeIf(name -> !name.matches("declarations/.*|referred.ndjson|ledger.csv"));
        after.keySet().retainAll(before.keySet());
        assertThat(after).isEqualTo(before);
        assertThat(before).hasSizeGreaterThan(3);
    }

    /** Each in another way. */
    private static byte[] poison(int line, byte[] record) {
        var bytes = record.clone();
        switch (line % 5) {
            case 0 -> bytes[bytes.length / 2] = (byte) 0xff;
            case 1 -> bytes[0] = 0;
            case 2 -> Arrays.fill(bytes, 0, bytes.length - 1, (byte) 0xc0);
            case 3 -> Arrays.fill(bytes, bytes.length / 2, bytes.length - 1, (byte) ' ');
            default -> bytes[1] = '\u001b';
        }
        return bytes;
    }
}
