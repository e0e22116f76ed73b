package org.minimis.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestFileTest {

    private static final byte[] CONTENT = (TestManifests.line("A") + "\n" + TestManifests.line("B") + "\n")
            .repeat(50)
            .getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private static byte[] gzip(byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return out.toByteArray();
    }

    private static byte[] zip(String... names) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(CONTENT);
            }
        }
        return out.toByteArray();
    }

    private Path file(String name, byte[]... parts) throws IOException {
        var file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            for (var part : parts) {
                out.write(part);
            }
        }
        return file;
    }

    private java.util.List<ManifestFile> receive(Path file) throws Exception {
        var work = Files.createDirectories(folder.resolve("work"));
        return ManifestFile.receive(file, file.getFileName().toString(), work);
    }

    private void refused(Path file, String message) {
        assertThatThrownBy(() -> receive(file))
                .isInstanceOf(ManifestException.class)
                .hasMessageContaining(message);
    }

    @Test
    void plainAndCompressedManifestsHoldTheSame() throws Exception {
        var plain = receive(file("a.ndjson", CONTENT)).get(0);
        var packed = receive(file("a.ndjson.gz", gzip(CONTENT))).get(0);

        assertThat(packed.content()).hasBinaryContent(CONTENT);
        assertThat(packed.contentDigest()).isEqualTo(plain.digest()).isEqualTo(plain.contentDigest());
        assertThat(packed.digest()).isNotEqualTo(plain.digest());
        assertThat(packed.contentBytes()).isEqualTo(CONTENT.length);
        assertThat(packed.format()).isEqualTo(ManifestFormat.NDJSON);
    }

    @Test
    void severalGzipMembersAreOneManifest() throws Exception {
        var packed = receive(file("a.csv.gz", gzip(CONTENT), gzip(CONTENT))).get(0);

        assertThat(packed.contentBytes()).isEqualTo(2L * CONTENT.length);
    }

    @Test
    void aGzipFileThatIsNotWholeIsRefused() throws Exception {
        var packed = gzip(CONTENT);
        for (var cut = 0; cut < packed.length; cut++) {
            refused(file("cut.ndjson.gz", Arrays.copyOf(packed, cut)), "ends too early");
        }
        refused(file("tail.ndjson.gz", packed, new byte[] {1, 2, 3}), "no gzip member");
        refused(file("plain.ndjson.gz", CONTENT), "no gzip member");
        packed[packed.length - 6] ^= 1;
        refused(file("sum.ndjson.gz", packed), "checksum is wrong");
        assertThat(folder.resolve("work")).isEmptyDirectory();
    }

    @Test
    void anArchiveMayHoldManyManifestsAndItsNamesAreHarmless() throws Exception {
        var manifests = receive(file("night.zip", zip("../../etc/a.ndjson", "b.ndjson", "c/b.ndjson")));

        assertThat(manifests)
                .extracting(ManifestFile::shownName)
                .containsExactly("night.zip/../../etc/a.ndjson", "night.zip/b.ndjson", "night.zip/c/b.ndjson");
        assertThat(manifests).allSatisfy(manifest -> {
            assertThat(manifest.content()).hasParent(folder.resolve("work")).hasBinaryContent(CONTENT);
        });
    }

    @Test
    void anArchiveThatIsNotWholeOrHoldsSomethingElseIsRefused() throws Exception {
        var packed = zip("a.ndjson");
        refused(file("cut.zip", Arrays.copyOf(packed, packed.length - 30)), "damaged");
        refused(
                file("readme.zip", zip("a.ndjson", "readme.txt")),
                "readme.zip/readme.txt: this is no manifest by its name");
        packed[120] ^= 1;
        refused(file("flip.zip", packed), "damaged");
        assertThat(folder.resolve("work")).isEmptyDirectory();
    }

    @Test
    void aBombIsDefusedBeforeItFillsTheDisk() throws Exception {
        var zeros = file("zeros.ndjson.gz", gzip(new byte[30 << 20]));

        refused(zeros, "swells to more than 200 times its size");
        var limits = new UnpackLimits(10, 1_000_000, CONTENT.length - 1, 1);
        assertThatThrownBy(
                        () -> ManifestFile.receive(file("a.ndjson.gz", gzip(CONTENT)), "a.ndjson.gz", folder, limits))
                .hasMessageContaining("it holds more than");
    }

    @Test
    void whatIsNoManifestByItsNameIsRefused() throws Exception {
        refused(file("a.pdf", CONTENT), "a.pdf: this is no manifest by its name");
        refused(folder.resolve("none.csv"), "there is no such file");
    }

    @Test
    void theNumberIsThatOfTheFirstReadableRecordOrMadeOfTheName() throws Exception {
        var good = receive(file("a.ndjson", "broken\n".getBytes(StandardCharsets.UTF_8), CONTENT))
                .get(0);
        var bad = receive(file("night 7.ndjson", "broken\n".getBytes(StandardCharsets.UTF_8)))
                .get(0);

        assertThat(number(good)).isEqualTo("M1");
        assertThat(number(bad)).isEqualTo("NIGHT-7");
    }

    private static String number(ManifestFile manifest) throws Exception {
        try (var reader = Manifests.open(
                manifest.content(), manifest.shownName(), manifest.format(), null, TestManifests.REFERENCE)) {
            return Manifests.number(reader, manifest.shownName());
        }
    }
}
