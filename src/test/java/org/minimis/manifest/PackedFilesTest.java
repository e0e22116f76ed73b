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

class PackedFilesTest {

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

    private static byte[] unpacked(Path file, String member) throws Exception {
        return unpacked(new PackedFiles(), file, member);
    }

    private static byte[] unpacked(PackedFiles files, Path file, String member) throws Exception {
        var out = new ByteArrayOutputStream();
        var bytes = files.unpack(file, member, file.getFileName() + member, out);
        assertThat(bytes).isEqualTo(out.size());
        return out.toByteArray();
    }

    private void refused(Path file, String member, String message) {
        assertThatThrownBy(() -> unpacked(file, member))
                .isInstanceOf(ManifestException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aCompressedManifestHoldsWhatThePlainOneDid() throws Exception {
        assertThat(unpacked(file("a.ndjson.gz", gzip(CONTENT)), "")).isEqualTo(CONTENT);
    }

    @Test
    void severalGzipMembersAreOneManifest() throws Exception {
        assertThat(unpacked(file("a.csv.gz", gzip(CONTENT), gzip(CONTENT)), "")).hasSize(2 * CONTENT.length);
    }

    @Test
    void aGzipFileThatIsNotWholeIsRefused() throws Exception {
        var packed = gzip(CONTENT);
        for (var cut = 0; cut < packed.length; cut++) {
            refused(file("cut.ndjson.gz", Arrays.copyOf(packed, cut)), "", "ends too early");
        }
        refused(file("tail.ndjson.gz", packed, new byte[] {1, 2, 3}), "", "no gzip member");
        refused(file("plain.ndjson.gz", CONTENT), "", "no gzip member");
        packed[packed.length - 6] ^= 1;
        refused(file("sum.ndjson.gz", packed), "", "checksum is wrong");
    }

    @Test
    void anArchiveMayHoldManyManifestsAndItsNamesAreNoPaths() throws Exception {
        var archive = file("night.zip", zip("../../etc/a.ndjson", "b.ndjson", "c/b.ndjson"));

        var members = new PackedFiles().members(archive, "night.zip");

        assertThat(members).containsExactly("../../etc/a.ndjson", "b.ndjson", "c/b.ndjson");
        for (var member : members) {
            assertThat(unpacked(archive, member)).isEqualTo(CONTENT);
        }
        assertThat(PackedFiles.harmless("a\u001b[2J.csv")).isEqualTo("a?[2J.csv");
        assertThat(PackedFiles.harmless("a\u009b2J\u2028\u202e.csv")).isEqualTo("a?2J??.csv");
    }

    @Test
    void ofTwoMembersWithOneNameOneWouldBeLostSoTheArchiveIsRefused() throws Exception {
        var text = new String(zip("a.ndjson", "b.ndjson"), StandardCharsets.ISO_8859_1);
        var archive = file("night.zip", text.replace("b.ndjson", "a.ndjson").getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> new PackedFiles().members(archive, "night.zip"))
                .isInstanceOf(ManifestException.class)
                .hasMessage("night.zip: the zip archive is damaged (two of its files have the same name);"
                        + " hand it over again");
    }

    @Test
    void anArchiveThatIsNotWholeIsRefused() throws Exception {
        var packed = zip("a.ndjson");
        var cut = file("cut.zip", Arrays.copyOf(packed, packed.length - 30));
        refused(cut, "a.ndjson", "damaged");
        assertThatThrownBy(() -> new PackedFiles().members(cut, "cut.zip"))
                .isInstanceOf(ManifestException.class)
                .hasMessageContaining("damaged");
        packed[120] ^= 1;
        refused(file("flip.zip", packed), "a.ndjson", "damaged");
        refused(file("other.zip", zip("a.ndjson")), "b.ndjson", "not in the archive any more");
    }

    @Test
    void aBombIsDefusedBeforeItFillsTheDisk() throws Exception {
        refused(file("zeros.ndjson.gz", gzip(new byte[30 << 20])), "", "swells to more than 200 times its size");
        var limits = new PackedFiles(new UnpackLimits(10, 1_000_000, CONTENT.length - 1, 1));
        assertThatThrownBy(() -> unpacked(limits, file("a.ndjson.gz", gzip(CONTENT)), ""))
                .hasMessageContaining("it holds more than");
        assertThatThrownBy(() -> limits.members(file("two.zip", zip("a.csv", "b.csv")), "two.zip"))
                .hasMessageContaining("more than 1 entries");
    }

    @Test
    void theNumberIsThatOfTheFirstReadableRecordOrMadeOfTheName() throws Exception {
        var good = file("a.ndjson", "broken\n".getBytes(StandardCharsets.UTF_8), CONTENT);
        var bad = file("night 7.ndjson", "broken\n".getBytes(StandardCharsets.UTF_8));

        assertThat(number(good)).isEqualTo("M1");
        assertThat(number(bad)).isEqualTo("NIGHT-7");
    }

    private static String number(Path manifest) throws Exception {
        var name = manifest.getFileName().toString();
        try (var reader = Manifests.open(manifest, name, ManifestFormat.NDJSON, null, TestManifests.REFERENCE)) {
            return Manifests.number(reader, name);
        }
    }
}
