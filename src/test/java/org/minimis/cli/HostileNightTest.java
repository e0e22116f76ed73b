package org.minimis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minimis.manifest.GeneratorOptions;
import org.minimis.manifest.ManifestGenerator;
import org.minimis.settings.ConfigFolder;

/** A night of files that mean harm: they speak to no terminal, write nowhere else, and end no other manifest's night. */
class HostileNightTest {

    private static final String DAY = "2026-07-03";
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cf}&&[^\\n]]");

    @TempDir
    Path folder;

    private Path in;
    private List<String> records = List.of();

    @BeforeEach
    void goodRecords() throws Exception {
        in = Files.createDirectories(folder.resolve("night/in"));
        new ManifestGenerator(ConfigFolder.packed()).write(GeneratorOptions.of(40, 1), folder.resolve("good.ndjson"));
        records = Files.readAllLines(folder.resolve("good.ndjson"));
    }

    private Session clear() {
        return Session.clear(folder.resolve("night"), List.of(in.toString(), "--accepted", DAY));
    }

    /** One record to each call. */
    private String record(int number) {
        return records.get(number) + "\n";
    }

    private List<String> outside() throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(file -> Files.isRegularFile(file) && !file.startsWith(folder.resolve("night")))
                    .map(file -> folder.relativize(file).toString())
                    .toList();
        }
    }

    @Test
    void namesOfFilesAndMembersDoNotSpeakToTheTerminal() throws Exception {
        Files.writeString(in.resolve("a\u001b[2J\u0007\n.ndjson"), record(0));
        Files.writeString(in.resolve("b\u001b]0;title\u0007.ndjson.gz"), "no gzip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(in.resolve("c\u202e.zip")))) {
            for (var name : List.of("../../up.ndjson", "/etc/abs.ndjson", "C:\\x.ndjson", "\u001b[31m.ndjson.gz")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(
                        record(name.length() + (name.startsWith("/") ? 20 : 0)).getBytes(StandardCharsets.UTF_8));
            }
        }

        var cleared = clear();

        assertThat(cleared.exitCode()).isEqualTo(4);
        assertThat(cleared.out() + cleared.err()).doesNotContainPattern(CONTROL);
        assertThat(cleared.out())
                .contains(
                        "/b?]0;title?.ndjson.gz: the gzip file is damaged",
                        "/c?.zip!?[31m.ndjson.gz: the gzip file is damaged")
                .contains(" 1 records = ");
        assertThat(outside()).containsExactly("good.ndjson");
        var verified = Session.run(
                "verify", folder.resolve("night/out").toString(), "--db", Session.db(folder.resolve("night")));
        assertThat(verified.out()).doesNotContainPattern(CONTROL).doesNotContain("is not to be found");
    }

    @Test
    void aManifestsNumberIsNoPathNoFormulaAndNoEscape() throws Exception {
        var numbers = List.of(
                "../../../up", "=cmd|'/c calc'!A0", "@SUM(1)", "a/b\\\\c", "..", "-1", "M\\u001b[2J", "\\u202eM");
        for (var i = 0; i < numbers.size(); i++) {
            var text = record(20 + i).replaceFirst("\"manifest\":\"[^\"]*\"", "\"manifest\":\"" + "X" + "\"");
            Files.writeString(
                    in.resolve(i + ".ndjson"),
                    text.replace("\"manifest\":\"X\"", "\"manifest\":\"" + numbers.get(i) + "\""));
        }

        var cleared = clear();

        assertThat(cleared.exitCode()).isZero();
        assertThat(cleared.out() + cleared.err()).doesNotContainPattern(CONTROL);
        assertThat(cleared.out().lines().filter(line -> line.endsWith("+ 1 rejected")))
                .hasSize(2);
        assertThat(outside()).containsExactly("good.ndjson");
        try (var files = Files.walk(folder.resolve("night/out"))) {
            for (var file : files.filter(one -> one.toString().endsWith(".csv")).toList()) {
                assertThat(file.getFileName().toString()).matches("[\\w.-]+");
                for (var line : Files.readAllLines(file)) {
                    assertThat(line.split(",")[0]).as(file + ": " + line).doesNotContainPattern("^\"?[=+@\\t\\r-]");
                }
            }
        }
        assertThat(Files.readString(ledger())).contains("\n'=cmd|'/c calc'!A0,", "\n'@SUM(1),", "\n'-1,");
    }

    private Path ledger() throws IOException {
        try (var files = Files.walk(folder.resolve("night/out"))) {
            return files.filter(file -> file.endsWith("ledger.csv")).findFirst().orElseThrow();
        }
    }

    @Test
    void bombsFailAlone() throws Exception {
        Files.writeString(in.resolve("a.ndjson"), record(0));
        Files.write(in.resolve("b.ndjson.gz"), gzip(new byte[64 << 20]));
        var inner = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(inner)) {
            zip.putNextEntry(new ZipEntry("a.ndjson"));
            zip.write(record(1).getBytes(StandardCharsets.UTF_8));
        }
        try (var zip = new ZipOutputStream(Files.newOutputStream(in.resolve("c.zip")))) {
            zip.putNextEntry(new ZipEntry("inner.ndjson.zip"));
            zip.write(inner.toByteArray());
            zip.putNextEntry(new ZipEntry("zeros.ndjson"));
            zip.write(new byte[64 << 20]);
        }

        var cleared = clear();

        assertThat(cleared.exitCode()).isEqualTo(4);
        assertThat(cleared.out())
                .contains("1 records = ")
                .contains("/b.ndjson.gz: it swells to more than 200 times its size; hand it over uncompressed\n")
                .contains("/c.zip!zeros.ndjson: it swells to more than 200 times its size; hand it over uncompressed\n")
                .contains("/c.zip!inner.ndjson.zip: it is a zip archive where lines of text should be; unpack it");
        try (var left = Files.walk(folder.resolve("night/out"))) {
            assertThat(left.filter(file -> file.toString().endsWith(".part"))).isEmpty();
        }
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return out.toByteArray();
    }
}
