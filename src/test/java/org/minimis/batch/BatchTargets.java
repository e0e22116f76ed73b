package org.minimis.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.minimis.fuzz.FuzzTarget;
import org.minimis.fuzz.Scratch;

/** What batches keep for themselves, in files that somebody may have changed. */
public final class BatchTargets {

    private static final List<String> SECTIONS = List.of(
            Frame.SUMS,
            Frame.ASSESSMENTS,
            Frame.EXCEPTIONS,
            Frame.REVERSALS,
            Frame.declarations("EU-H7.xml"),
            Frame.ORIGINALS);

    private BatchTargets() {}

    /** Reads what the program itself has written; a refusal has one of the two kinds that a night can end with. */
    @FunctionalInterface
    private interface Reading {
        void read() throws IOException;
    }

    private static void reads(Reading reading) {
        try {
            reading.read();
        } catch (IOException | ClearException e) {
            if (e.getMessage() == null || e.getMessage().isBlank()) {
                throw new AssertionError("refused without a word", e);
            }
        }
    }

    /** What does not begin like a journal becomes one section of a whole one, so that what reads sections is reached. */
    public static FuzzTarget journal() {
        var file = Scratch.folder().resolve("1-0.journal");
        return new FuzzTarget() {
            @Override
            public void read(byte[] input) throws IOException {
                Files.write(file, input.length < 2 || input[0] == 'M' ? input : section(input));
                reads(() -> JournalReader.last(file));
                reads(() -> readAll(JournalReader.strict(file)));
                reads(() ->
                        JournalRows.assessments(JournalReader.tolerant(file)).forEachRemaining(row -> {}));
                reads(() -> JournalRows.exceptions(JournalReader.tolerant(file)).forEachRemaining(row -> {}));
                reads(() -> {
                    try (var journal = SliceJournal.open(file)) {
                        journal.lastWholeFrame();
                    }
                });
            }

            @Override
            public List<byte[]> seeds() throws IOException {
                var frames = SliceJournalTest.frames(2);
                var seeds = new ArrayList<byte[]>();
                seeds.add(frames);
                seeds.add(Arrays.copyOf(frames, frames.length - 7));
                for (var section : SliceJournalTest.frame(0).sections().entrySet()) {
                    var bytes = section.getValue().bytes().duplicate();
                    var seed = new byte[bytes.remaining() + 2];
                    seed[0] = (byte) Math.max(0, SECTIONS.indexOf(section.getKey()));
                    seed[1] = (byte) section.getValue().count();
                    bytes.get(seed, 2, seed.length - 2);
                    seeds.add(seed);
                }
                return seeds;
            }
        };
    }

    private static byte[] section(byte[] input) {
        var name = SECTIONS.get(Math.floorMod(input[0], SECTIONS.size()));
        var block = new Block(input[1], ByteBuffer.wrap(Arrays.copyOfRange(input, 2, input.length)));
        var frame = new Frame(false, 1, 1, new Counts(1, 1, 0, 0), new TreeMap<>(Map.of(name, block)));
        var out = new Bytes();
        SliceJournalTest.write(new FrameCodec().encode(frame), out);
        return out.toArray();
    }

    private static void readAll(JournalReader reader) throws IOException {
        try (reader) {
            for (var frame = reader.next(); frame != null; frame = reader.next()) {
                Reversal.all(frame.reversals());
                new Rows.Reader(frame.assessments()).forEachHouseWaybill(houseWaybill -> {});
            }
        }
    }

    /** Keys, repeats and fingerprints. */
    public static FuzzTarget workFiles() {
        var file = Scratch.folder().resolve("1-0.keys");
        return new FuzzTarget() {
            @Override
            public void read(byte[] input) throws IOException {
                Files.write(file, input);
                reads(() -> KeyFile.count(file));
                reads(() -> KeyFile.read(file, (houseWaybill, line) -> {}));
                reads(() -> Taken.read(file));
                reads(() -> DeclaredFile.common(file, new long[] {Long.MIN_VALUE, 0, 5}, fingerprint -> {}));
            }

            @Override
            public List<byte[]> seeds() throws IOException {
                var taken = new Taken();
                taken.add(3, Taken.HERE);
                taken.add(7, "B-20261122-00000000");
                taken.write(file);
                var keys = new Bytes();
                keys.number(2);
                keys.number(1);
                keys.text("XP1");
                keys.number(2);
                keys.text(null);
                return List.of(Files.readAllBytes(file), keys.toArray(), new byte[32]);
            }
        };
    }

    /** A file of JSON, for which the library's own ways count: ours begin only when it is whole. */
    private interface JsonTarget extends FuzzTarget {

        @Override
        default String watched() {
            return "org.minimis.**:tools.jackson.core.**";
        }
    }

    /** The records of a batch and of what was done to it. */
    public static FuzzTarget records() {
        var out = Scratch.folder();
        var folder = new BatchFolder(out.resolve("B-20261122-00000000"));
        create(folder);
        return new JsonTarget() {
            @Override
            public void read(byte[] input) throws IOException {
                Files.write(folder.file(BatchJson.NAME), input);
                reads(() -> BatchRecord.read(folder));
                reads(() -> BatchJson.saysCompleted(folder.file(BatchJson.NAME)));
                reads(() -> BatchChain.read(out).check(new Differences(line -> {})));
                Files.write(folder.file("purge.json"), input);
                reads(() -> PurgeRecord.read(folder));
            }

            @Override
            public List<byte[]> seeds() throws IOException {
                return List.of(
                        bytes("""
                                {"batch":"B-20261122-00000000","accepted":"2026-11-22","law":"00","status":"COMPLETED",
                                "manifests":[{"digest":"ab","number":"M1","status":"PUBLISHED","records":1,"assessed":1}],
                                "totals":[{"currency":"EUR","duty":"3.00"}],
                                "files":[{"name":"ledger.csv","sha256":"cd","bytes":12,"declarations":3}],"previous":"ef"}
                                """), bytes("{\"before\":\"2026-11-22\",\"removed\":{\"referred.ndjson\":\"ab\"}}"));
            }
        };
    }

    /** Plans, what was asked for, what is corrected, what law is kept. */
    public static FuzzTarget plans() {
        var out = Scratch.folder();
        var folder = new BatchFolder(out.resolve("B-20261122-00000000"));
        create(folder);
        return new JsonTarget() {
            @Override
            public void read(byte[] input) throws IOException {
                Files.write(folder.plan(), input);
                reads(() -> PlanJson.read(folder.plan()));
                Files.write(out.resolve(".asked.json"), input);
                reads(() -> Asked.read(out));
                Files.write(folder.journals().resolve("correction.json"), input);
                reads(() -> Correction.read(folder));
                Files.write(out.resolve(LawJson.NAME), input);
                reads(() -> LawJson.read(out));
            }

            @Override
            public List<byte[]> seeds() throws IOException {
                return List.of(
                        bytes("""
                                {"batch":"B-20261122-00000000","accepted":"2026-11-22","law":"00",
                                "choices":{"config":"c","readings":{"a":"b"},"rates":"r","carrier":"n"},
                                "manifests":[{"id":1,"number":"M1","fileName":"in/m.zip!m.ndjson","source":"/in/m.zip",
                                "member":"m.ndjson","digest":"ab","file":"/out/m","format":"NDJSON","bytes":100,
                                "failure":"it ends too early","slices":[{"from":0,"to":100,"line":1}]}]}
                                """),
                        bytes(
                                "{\"paths\":[{\"named\":\"in\",\"path\":\"/in\"}],\"accepted\":\"2026-11-22\","
                                        + "\"choices\":{},\"correction\":{\"batch\":\"B\",\"reason\":\"32\",\"cancels\":true}}"),
                        bytes("{\"batch\":\"B\",\"reason\":\"32\",\"cancels\":true}"),
                        bytes(
                                "{\"law\":\"00\",\"choices\":{\"readings\":{\"a\":\"b\"}},\"files\":{\"a.yaml\":\"ab\"}}"));
            }
        };
    }

    private static void create(BatchFolder folder) {
        try {
            folder.create();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
