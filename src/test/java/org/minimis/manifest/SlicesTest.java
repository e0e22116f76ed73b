package org.minimis.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlicesTest {

    @TempDir
    Path folder;

    private Path manifest(long seed, ManifestFormat format) throws Exception {
        var out = new ByteArrayOutputStream();
        var options = GeneratorOptions.of(120, seed).withFaults(15);
        new ManifestGenerator(TestManifests.CONFIG).write(options, format, out);
        var bytes = out.toByteArray();
        // Spoil some bytes, so that quotes, line feeds and delimiters stand where they should not.
        var random = new Random(seed);
        var header = format == ManifestFormat.CSV ? new String(bytes, "UTF-8").indexOf('\n') + 1 : 0;
        for (var i = 0; i < 40; i++) {
            bytes[header + random.nextInt(bytes.length - header)] = (byte) "\"\n,\r{\0".charAt(random.nextInt(6));
        }
        return Files.write(folder.resolve("m" + format.endings().get(0)), bytes);
    }

    private static List<String> read(Path file, ManifestFormat format, Slice slice) throws Exception {
        try (var reader = Manifests.open(file, "m", format, null, TestManifests.REFERENCE, slice)) {
            return TestManifests.all(reader).stream().map(Object::toString).toList();
        }
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @CsvSource({"NDJSON, 1", "NDJSON, 2", "NDJSON, 3", "CSV, 1", "CSV, 2", "CSV, 3", "CSV, 4", "CSV, 5"})
    void slicesOfAnySizeHoldTheManifest(ManifestFormat format, long seed) throws Exception {
        var file = manifest(seed, format);
        var size = Files.size(file);
        var whole = read(file, format, new Slice(0, 0, size, 1));

        for (var sliceBytes : new long[] {1, 300, 1_000, 7_777, 20_000, size}) {
            var joined = new ArrayList<String>();
            for (var slice : Slices.of(file, "m", format, null, sliceBytes)) {
                var records = read(file, format, slice);
                joined.addAll(records);
                var keys = new ArrayList<String>();
                Manifests.screen(file, "m", format, null, slice, (houseWaybill, line) -> keys.add(houseWaybill));
                assertThat(keys).hasSameSizeAs(records);
            }
            assertThat(joined).as("slices of %d bytes", sliceBytes).isEqualTo(whole);
        }
    }

    @ParameterizedTest(name = "{0} lines, slices of {1} bytes")
    @CsvSource({
        "0, 10",
        "1, 10",
        "3, 1",
        "3, 2500",
        "900, 1",
        "900, 4000",
        "2500, 300000",
        "2500, 1048576",
        "2500, 9000000"
    })
    void slicesAreTheSameWhereTheLineFeedsWereCounted(int count, long sliceBytes) throws Exception {
        var random = new Random(count + sliceBytes);
        var out = new ByteArrayOutputStream();
        for (var i = 0; i < count; i++) {
            out.writeBytes(("{" + "x".repeat(random.nextInt(1_800)) + "}").getBytes("UTF-8"));
            out.writeBytes("\n \n\r\n\n".substring(0, random.nextInt(7)).getBytes("UTF-8"));
            out.writeBytes(random.nextInt(9) == 0 ? "\n\n".getBytes("UTF-8") : "\n".getBytes("UTF-8"));
        }
        var bytes = out.toByteArray();
        var file = Files.write(folder.resolve("m.ndjson"), bytes);
        var counted = new LineFeeds();
        for (var from = 0; from < bytes.length; ) {
            var length = Math.min(1 + random.nextInt(100_000), bytes.length - from);
            counted.add(bytes, from, length);
            from += length;
        }

        assertThat(Slices.of(file, "m", ManifestFormat.NDJSON, null, sliceBytes, counted))
                .isEqualTo(Slices.of(file, "m", ManifestFormat.NDJSON, null, sliceBytes));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"NDJSON", "CSV"})
    void aReaderGoesOnBehindAnyRecord(ManifestFormat format) throws Exception {
        var file = manifest(9, format);
        var slice = new Slice(0, 0, Files.size(file), 1);
        var whole = read(file, format, slice);
        var start = Slices.of(file, "m", format, null, Long.MAX_VALUE).get(0);

        try (var reader = Manifests.open(file, "m", format, null, TestManifests.REFERENCE)) {
            for (var read = 1; read <= whole.size(); read++) {
                var offset = reader.next().nextOffset();
                var rest = start.from(offset, Slices.lineAt(file, start, offset));
                assertThat(read(file, format, rest)).isEqualTo(whole.subList(read, whole.size()));
            }
        }
    }
}
