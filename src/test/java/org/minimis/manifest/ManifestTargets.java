package org.minimis.manifest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.minimis.fuzz.FuzzTarget;
import org.minimis.fuzz.Scratch;
import org.minimis.settings.ConfigException;
import org.minimis.settings.ConfigFolder;

/** The readers of manifests, of what they are packed in, and of how carriers write them. */
public final class ManifestTargets {

    private static final String SHOWN = "m";
    private static final int WAYS = 4;

    private ManifestTargets() {}

    public static FuzzTarget ndjson() {
        return new Reading(ManifestFormat.NDJSON, null);
    }

    public static FuzzTarget csv() {
        return new Reading(ManifestFormat.CSV, null);
    }

    public static FuzzTarget carrierCsv() {
        return new Reading(
                ManifestFormat.CSV, CarrierProfiles.load(TestManifests.CONFIG).named("nordfracht"));
    }

    /** Whole, and once more as a stream, screened, in slices or from the middle: the same records each time, or the same refusal. */
    private record Reading(ManifestFormat format, @Nullable CarrierProfile carrier, Path file) implements FuzzTarget {

        Reading(ManifestFormat format, @Nullable CarrierProfile carrier) {
            this(format, carrier, Scratch.folder().resolve("manifest"));
        }

        @Override
        public void read(byte[] input) throws IOException {
            Files.write(file, input);
            List<ManifestRecord> records;
            try {
                records = whole();
            } catch (ManifestException e) {
                saysOneLine(e.getMessage());
                return;
            }
            try {
                again(Math.floorMod(Arrays.hashCode(input), WAYS), input, records);
            } catch (ManifestException e) {
                throw new AssertionError("refused only the second time", e);
            }
            check(input.length, records);
        }

        /** Each input in one other way, so that a million of them take all ways often enough. */
        private void again(int way, byte[] input, List<ManifestRecord> records) throws IOException, ManifestException {
            switch (way) {
                case 0 -> asStream(input, records);
                case 1 -> screened(records);
                case 2 -> sliced(1 + input.length % 700, records);
                default -> fromTheMiddle(input.length, records);
            }
        }

        private List<ManifestRecord> whole() throws IOException, ManifestException {
            try (var reader = Manifests.open(file, SHOWN, format, carrier, TestManifests.REFERENCE)) {
                return TestManifests.all(reader);
            }
        }

        private void asStream(byte[] input, List<ManifestRecord> records) throws IOException, ManifestException {
            try (var reader =
                    Manifests.open(new ByteArrayInputStream(input), SHOWN, format, carrier, TestManifests.REFERENCE)) {
                same("as a stream", TestManifests.all(reader), records);
            }
        }

        private void screened(List<ManifestRecord> records) throws IOException, ManifestException {
            var slice = new Slice(0, 0, Files.size(file), 1);
            var lines = new ArrayList<Long>();
            var waybills = new ArrayList<@Nullable String>();
            Manifests.screen(file, SHOWN, format, carrier, slice, (houseWaybill, line) -> {
                lines.add(line);
                waybills.add(houseWaybill);
            });
            same(
                    "screened",
                    lines,
                    records.stream().map(record -> record.source().line()).toList());
            for (var i = 0; i < records.size(); i++) {
                if (records.get(i) instanceof ManifestRecord.Readable readable) {
                    same(
                            "screened",
                            waybills.get(i),
                            readable.consignment().houseWaybill().number());
                }
            }
        }

        private void sliced(int sliceBytes, List<ManifestRecord> records) throws IOException, ManifestException {
            var sliced = new ArrayList<ManifestRecord>();
            for (var slice : Slices.of(file, SHOWN, format, carrier, sliceBytes)) {
                sliced.addAll(slice(slice));
            }
            same("in slices", sliced, records);
        }

        private void fromTheMiddle(long size, List<ManifestRecord> records) throws IOException, ManifestException {
            if (records.size() > 1) {
                var middle = records.size() / 2;
                var offset = records.get(middle - 1).nextOffset();
                var line = Slices.lineAt(file, new Slice(0, 0, size, 1), offset);
                same(
                        "from the middle",
                        slice(new Slice(0, offset, size, line)),
                        records.subList(middle, records.size()));
            }
        }

        private List<ManifestRecord> slice(Slice slice) throws IOException, ManifestException {
            try (var reader = Manifests.open(file, SHOWN, format, carrier, TestManifests.REFERENCE, slice)) {
                return TestManifests.all(reader);
            }
        }

        private static void check(long size, List<ManifestRecord> records) {
            var offset = 0L;
            for (var record : records) {
                if (record.nextOffset() <= offset || record.nextOffset() > size) {
                    throw new AssertionError(
                            "next offset %d behind %d of %d".formatted(record.nextOffset(), offset, size));
                }
                offset = record.nextOffset();
                record.findings().forEach(finding -> saysOneLine(finding.message()));
            }
        }

        @Override
        public List<byte[]> seeds() throws IOException {
            var seeds = new ArrayList<byte[]>();
            if (format == ManifestFormat.NDJSON) {
                seeds.add(bytes(TestManifests.line("A") + "\n" + TestManifests.line("B") + "\r\n\n{}\n"));
                try (var files = Files.walk(Path.of("sample-manifests"))) {
                    for (var sample : files.filter(one -> one.endsWith("manifest.ndjson"))
                            .sorted()
                            .toList()) {
                        Files.readAllLines(sample).stream().limit(6).forEach(line -> seeds.add(bytes(line + "\n")));
                    }
                }
            } else if (carrier == null) {
                var row = TestManifests.row("A", "\"SHIRT, \"\"COTTON\"\"\nKNITTED\"");
                seeds.add(bytes(TestManifests.HEADER + row + row + TestManifests.row("B", "HAT OF WOOL")));
            } else {
                var lines = Files.readAllLines(Path.of("sample-manifests/carrier-columns/nordfracht-20260915.csv"));
                for (var i = 1; i < lines.size(); i++) {
                    seeds.add(bytes(lines.get(0) + "\n" + lines.get(i) + "\n"));
                }
            }
            return seeds;
        }
    }

    private static void same(String how, @Nullable Object found, @Nullable Object expected) {
        if (!java.util.Objects.equals(found, expected)) {
            throw new AssertionError(how + ": " + found + "\nnot:       " + expected);
        }
    }

    static void saysOneLine(String message) {
        if (message.chars().anyMatch(Character::isISOControl)) {
            throw new AssertionError("a message with control characters: " + message);
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What begins like a gzip file is one; of anything else one is made, and one more with a byte behind it. */
    public static FuzzTarget gzip() {
        return new Unpacking("gz") {
            @Override
            byte[] packed(byte[] input) throws IOException {
                return input.length > 1 && input[0] == 0x1f ? input : gzipped(input);
            }

            @Override
            void unpack(Path file, byte[] packed) throws IOException, ManifestException {
                var out = new ByteArrayOutputStream();
                packedFiles.unpack(file, "", "m.gz", out);
                try (var java = new GZIPInputStream(new ByteArrayInputStream(packed))) {
                    if (!Arrays.equals(java.readAllBytes(), out.toByteArray())) {
                        throw new AssertionError("Java unpacks something else");
                    }
                }
            }

            @Override
            public List<byte[]> seeds() throws IOException {
                var line = gzipped(bytes(TestManifests.line("A")));
                var twice = Arrays.copyOf(line, 2 * line.length);
                System.arraycopy(line, 0, twice, line.length, line.length);
                return List.of(line, twice, gzipped(new byte[1 << 15]), bytes(TestManifests.LINE));
            }
        };
    }

    /** What begins like an archive is one; of anything else one is made. */
    public static FuzzTarget zip() {
        return new Unpacking("zip") {
            @Override
            byte[] packed(byte[] input) throws IOException {
                return input.length > 1 && input[0] == 'P' ? input : zipped(input);
            }

            @Override
            void unpack(Path file, byte[] packed) throws IOException, ManifestException {
                for (var member : packedFiles.members(file, "m.zip")) {
                    saysOneLine(PackedFiles.harmless(member));
                    packedFiles.unpack(
                            file, member, "m.zip!" + PackedFiles.harmless(member), new ByteArrayOutputStream());
                }
            }

            @Override
            public List<byte[]> seeds() throws IOException {
                return List.of(
                        zipped(bytes("a.ndjson\n" + TestManifests.line("A"))),
                        zipped(bytes("../b.csv\n" + TestManifests.HEADER)),
                        zipped(gzipped(bytes("c"))),
                        bytes("d.ndjson.gz\n" + TestManifests.line("A")));
            }
        };
    }

    private static byte[] gzipped(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    /** An archive of one member; its name is the first line. */
    private static byte[] zipped(byte[] input) throws IOException {
        var end = 0;
        while (end < input.length && input[end] != '\n') {
            end++;
        }
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry(new String(input, 0, end, StandardCharsets.UTF_8)));
            out.write(input, end, input.length - end);
        }
        return bytes.toByteArray();
    }

    private abstract static class Unpacking implements FuzzTarget {

        final PackedFiles packedFiles = new PackedFiles(new UnpackLimits(1 << 14, 200, 1 << 18, 20));
        private final Path file;

        Unpacking(String ending) {
            file = Scratch.folder().resolve("m." + ending);
        }

        abstract byte[] packed(byte[] input) throws IOException;

        abstract void unpack(Path file, byte[] packed) throws IOException, ManifestException;

        @Override
        public void read(byte[] input) throws IOException {
            var packed = packed(input);
            Files.write(file, packed);
            try {
                unpack(file, packed);
            } catch (ManifestException e) {
                saysOneLine(e.getMessage());
            }
        }
    }

    public static FuzzTarget carrierProfile() {
        var root = Scratch.folder();
        try {
            Files.createDirectories(root.resolve("regimes"));
            Files.createDirectories(root.resolve("carriers"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FuzzTarget() {
            @Override
            public void read(byte[] input) throws IOException {
                Files.write(root.resolve("carriers/fuzzed.yaml"), input);
                try {
                    CarrierProfiles.load(ConfigFolder.of(root)).forFile("nordfracht-1.csv");
                } catch (ConfigException e) {
                    saysOneLine(e.getMessage());
                }
            }

            @Override
            public List<byte[]> seeds() throws IOException {
                try (Stream<Path> files = Files.list(Path.of("config/carriers"))) {
                    var seeds = new ArrayList<byte[]>();
                    for (var file : files.filter(one -> one.toString().endsWith(".yaml"))
                            .sorted()
                            .collect(Collectors.toList())) {
                        seeds.add(Files.readAllBytes(file));
                    }
                    return seeds;
                }
            }
        };
    }
}
