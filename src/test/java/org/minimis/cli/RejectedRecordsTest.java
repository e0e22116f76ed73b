package org.minimis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minimis.golden.Story;
import org.minimis.manifest.GeneratorOptions;
import org.minimis.manifest.ManifestGenerator;
import org.minimis.settings.ConfigFolder;

/** What was rejected is kept as it came: a person mends it and clears it again. */
class RejectedRecordsTest {

    private static final String DAY = "2026-07-03";

    @TempDir
    Path folder;

    private Path out;

    @BeforeEach
    void nameFolder() {
        out = folder.resolve("out");
    }

    private Session run(String command, String... more) {
        var all = new ArrayList<>(List.of(command, "--out", out.toString(), "--db", Session.db(folder)));
        all.addAll(List.of(more));
        return Session.run(all.toArray(String[]::new));
    }

    private Path rejected() throws IOException {
        try (var files = Files.walk(out)) {
            return files.filter(file -> file.getParent().endsWith("rejected"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String batch(Session session) {
        return session.out().lines().findFirst().orElseThrow().substring("batch ".length());
    }

    private List<String> generate(String form, String name) throws Exception {
        var file = folder.resolve(name + "." + form);
        new ManifestGenerator(ConfigFolder.packed()).write(GeneratorOptions.of(300, 8), file);
        return Files.readAllLines(file);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({"ndjson, clear", "csv, clear", "ndjson, amend", "csv, amend"})
    void theyAreMendedAndClearedAgain(String form, String command) throws Exception {
        var good = generate(form, "good");
        var house = good.get(0).startsWith("{")
                ? -1
                : Arrays.asList(good.get(0).split(",")).indexOf("houseWaybill");
        var spoilt = new ArrayList<String>();
        var mended = new ArrayList<String>(house < 0 ? List.of() : List.of(good.get(0)));
        var torn = new ArrayList<>(mended);
        for (var line : good) {
            var key = house < 0 ? line : line.split(",")[house];
            var chosen = !key.equals("houseWaybill") && Math.floorMod(key.hashCode(), 7) == 3;
            spoilt.add(chosen ? line + ",x" : line);
            if (chosen) {
                mended.add(line);
                torn.add(line + ",x");
            }
        }
        var manifest = Files.write(folder.resolve("night." + form), spoilt);

        var first = run("clear", manifest.toString(), "--accepted", DAY, "--threads", "2");

        assertThat(first.exitCode()).isZero();
        assertThat(torn).hasSizeGreaterThan(20);
        assertThat(rejected().getFileName()).hasToString("MAN-20261122-0008." + form);
        assertThat(Files.readAllLines(rejected())).isEqualTo(torn);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(rejected())))
                .isEqualTo("rw-------");

        var again = Files.write(folder.resolve("mended." + form), mended).toString();
        var second = command.equals("clear")
                ? run("clear", again, "--accepted", DAY)
                : run("amend", batch(first), "--with", again);

        assertThat(second.exitCode()).as(second.err()).isZero();
        assertThat(second.out()).contains("+ 0 rejected");
        assertThat(run("verify", out.toString()).out()).isEqualTo("0 differences\n");
        var both = declared(out);
        var undisturbed = Session.clear(
                folder.resolve("undisturbed"),
                List.of(folder.resolve("good." + form).toString(), "--accepted", DAY));
        assertThat(undisturbed.exitCode()).isZero();
        assertThat(both).isEqualTo(declared(folder.resolve("undisturbed/out"))).hasSizeGreaterThan(100);
    }

    /** The JSON declarations of all batches, line by line. */
    private static Set<String> declared(Path out) throws IOException {
        var lines = new HashSet<String>();
        try (var files = Files.walk(out)) {
            for (var file : files.filter(one -> one.toString().matches(".*/declarations/.*\\.json"))
                    .toList()) {
                for (var line : Files.readAllLines(file)) {
                    assertThat(lines.add(line)).isTrue();
                }
            }
        }
        return lines;
    }

    @Test
    void aRecordOfAnyKindIsKeptAsItCameUnlessItIsHuge() throws Exception {
        var good = generate("ndjson", "good").get(0).getBytes(StandardCharsets.UTF_8);
        var manifest = folder.resolve("night.ndjson");
        var kept = folder.resolve("kept");
        append(
                manifest,
                new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf},
                good,
                "\r\n \n\n".getBytes(StandardCharsets.UTF_8));
        for (var i = 0; i < 6; i++) {
            var large = ("{\"x\":\"" + "y".repeat(1_000_000) + i).getBytes(StandardCharsets.UTF_8);
            var bytes = new byte[] {'{', (byte) 0xc0, 0, 27, '[', '2', 'J', '\r'};
            for (var file : List.of(manifest, kept)) {
                append(
                        file,
                        large,
                        "\n".getBytes(StandardCharsets.UTF_8),
                        bytes,
                        "\n".getBytes(StandardCharsets.UTF_8));
            }
            append(manifest, "\n\t\n".getBytes(StandardCharsets.UTF_8));
        }
        var huge = ("{\"manifest\":\"" + "M".repeat(10 << 20) + "\"}\n").getBytes(StandardCharsets.UTF_8);
        append(manifest, huge);
        append(manifest, "{\"the last\":1".getBytes(StandardCharsets.UTF_8));
        append(kept, "{\"the last\":1".getBytes(StandardCharsets.UTF_8));

        var cleared = run("clear", manifest.toString(), "--accepted", DAY);

        assertThat(cleared.out()).contains("15 records = ", "+ 14 rejected");
        assertThat(Files.mismatch(rejected(), kept)).isEqualTo(-1);
        assertThat(run("verify", out.toString()).out()).isEqualTo("0 differences\n");
        try (var lines = Files.lines(rejected().getParent().resolveSibling("rejected.ndjson"))) {
            assertThat(lines.map(line -> line.replaceAll(".*\"message\":\"", "")))
                    .contains("this line is longer than 1048576 bytes; write one consignment on each line\"}]}");
        }
    }

    private static void append(Path file, byte[]... parts) throws IOException {
        for (var part : parts) {
            Files.write(file, part, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    @Test
    void aVerificationSeesWhatWasChangedAndAPurgeRemovesThem() throws Exception {
        var lines = new ArrayList<>(generate("ndjson", "good"));
        lines.set(5, lines.get(5) + "x");
        var manifest = Files.write(folder.resolve("night.ndjson"), lines);
        assertThat(run("clear", manifest.toString(), "--accepted", DAY).exitCode())
                .isZero();
        var bytes = Files.readAllBytes(rejected());
        var name = rejected().getParent().getParent().getFileName() + "/rejected/"
                + rejected().getFileName();

        bytes[20] ^= 1;
        Files.write(rejected(), bytes);
        var changed = run("verify", out.toString());
        bytes[20] ^= 1;
        Files.write(rejected(), bytes);
        var other = Files.writeString(rejected().resolveSibling("other.ndjson"), "{}\n");
        var added = run("verify", out.toString());
        Files.delete(other);
        var same = run("verify", out.toString());
        var purged = run("purge", "--before", "2026-07-04");

        assertThat(changed.exitCode()).isEqualTo(5);
        assertThat(changed.out())
                .contains(name + ": its digest is", name + ": byte 21, on line 1, is not what is recomputed");
        assertThat(added.exitCode()).isEqualTo(5);
        assertThat(added.out()).contains("/rejected/other.ndjson: it is not in batch.json");
        assertThat(same.out()).isEqualTo("0 differences\n");
        assertThat(purged.exitCode()).isZero();
        assertThat(Story.published(out).keySet()).noneMatch(file -> file.startsWith("rejected"));
        assertThat(run("verify", out.toString()).out()).endsWith("0 differences\n");
    }
}
