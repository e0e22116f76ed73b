package org.minimis.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minimis.declaration.DeclarationPiece;
import org.minimis.ledger.AccountSums;
import org.minimis.ledger.AssessmentRow;
import org.minimis.ledger.Declared;
import org.minimis.ledger.ExceptionRow;

class SliceJournalTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("1-0.journal");
    }

    static Frame frame(int number) throws IOException {
        var builder = new FrameBuilder(Originals.NONE, number * 40L);
        for (var i = 0; i < 3; i++) {
            builder.add(assessed(number * 4 + i, i % 2 == 0 ? "DE" : "FR"));
        }
        builder.add(rejected(number * 4 + 3));
        return builder.frame();
    }

    private static Cleared assessed(long place, String state) {
        var declared = new Declared("EU", state, state + "1", "H7", "IOSS", 3, "EUR");
        var base = state.equals("DE") ? 120_000L : null;
        var row =
                new AssessmentRow(place, "XP" + place, place + 1, declared, 120_000, 120_000, 30_000, base, 24_000, 0);
        var piece = new DeclarationPiece("EU-H7.xml", ("<d>é" + place + "</d>").getBytes(StandardCharsets.UTF_8));
        return new Cleared((place + 1) * 10, place + 1, row, List.of(), List.of(piece), null, new byte[0]);
    }

    private static Cleared rejected(long place) {
        var row = new ExceptionRow(
                place, Cleared.REJECTED, null, place + 1, null, null, null, 0, null, null, "UNREADABLE_RECORD");
        return new Cleared(
                (place + 1) * 10, place + 1, null, List.of(), List.of(), row, "{}".getBytes(StandardCharsets.UTF_8));
    }

    /** A finished journal of so many frames, as its bytes. */
    static byte[] frames(int count) throws IOException {
        var out = new Bytes();
        var codec = new FrameCodec();
        var sums = new AccountSums();
        var counts = Counts.NONE;
        for (var i = 0; i < count; i++) {
            var frame = frame(i);
            write(codec.encode(frame), out);
            sums.addAll(frame.sums());
            counts = counts.plus(frame.counts());
        }
        write(codec.encode(Frame.end(count * 40L, 1, counts, sums.list())), out);
        return out.toArray();
    }

    static void write(ByteBuffer[] frame, Bytes out) {
        for (var buffer : frame) {
            var part = new byte[buffer.remaining()];
            buffer.get(part);
            out.write(part, 0, part.length);
        }
    }

    private void write(int frames, boolean finished) throws IOException {
        try (var journal = SliceJournal.open(file)) {
            for (var i = 0; i < frames; i++) {
                journal.append(frame(i));
            }
            if (finished) {
                journal.finish(frames * 40L);
            }
        }
    }

    @Test
    void whatWasWrittenIsReadAgain() throws Exception {
        write(2, true);

        try (var reader = JournalReader.strict(file)) {
            var first = reader.next();
            assertThat(first.offset()).isEqualTo(40);
            assertThat(first.counts()).isEqualTo(new Counts(4, 3, 0, 1));
            assertThat(first.sums()).isEqualTo(frame(0).sums());
            var rows = new Rows.Reader(first.assessments());
            var read = new ArrayList<AssessmentRow>();
            while (rows.hasNext()) {
                read.add(rows.next());
            }
            assertThat(read)
                    .containsExactly(
                            assessed(0, "DE").row(),
                            assessed(1, "FR").row(),
                            assessed(2, "DE").row());
            assertThat(Rows.exception(new ByteSource(first.exceptions().bytes())))
                    .isEqualTo(rejected(3).exception());
            assertThat(reader.next().line()).isEqualTo(8);
            assertThat(reader.next().end()).isTrue();
            assertThat(reader.next()).isNull();
        }
    }

    @Test
    void aTailTornAtAnyByteIsCutOffAndTheFramesBeforeItStay() throws Exception {
        write(1, false);
        var whole = Files.size(file);
        write(0, false);
        try (var journal = SliceJournal.open(file)) {
            journal.append(frame(1));
        }
        var bytes = Files.readAllBytes(file);
        for (var cut = (int) whole; cut < bytes.length; cut++) {
            Files.write(file, Arrays.copyOf(bytes, cut));

            try (var journal = SliceJournal.open(file)) {
                assertThat(journal.lastWholeFrame().orElseThrow().offset()).isEqualTo(40);
                assertThat(Files.size(file)).isEqualTo(whole);
                journal.append(frame(1));
            }

            assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
        }
    }

    @Test
    void aLastFrameWithAnyByteChangedIsNotTrusted() throws Exception {
        write(2, false);
        var bytes = Files.readAllBytes(file);
        for (var i = bytes.length / 2; i < bytes.length; i++) {
            var changed = bytes.clone();
            changed[i] ^= 0x10;
            Files.write(file, changed);

            try (var journal = SliceJournal.open(file)) {
                assertThat(journal.lastWholeFrame().orElseThrow().offset()).isEqualTo(40);
            }
        }
    }

    @Test
    void aDamagedFrameWithWholeOnesBehindItIsNoTornTail() throws Exception {
        write(2, true);
        var bytes = Files.readAllBytes(file);
        bytes[20] ^= 1;
        Files.write(file, bytes);

        assertThatThrownBy(() -> SliceJournal.open(file))
                .isInstanceOf(ClearException.class)
                .hasMessage(
                        "1-0.journal: the frame at byte 0 is damaged; restore the file, or move it away and rerun the"
                                + " batch");
    }

    @Test
    void aJournalThatIsNotFinishedIsNotReadAsOne() throws Exception {
        write(2, false);

        assertThatThrownBy(() -> {
                    try (var reader = JournalReader.strict(file)) {
                        while (reader.next() != null) {
                            assertThat(reader.position()).isPositive();
                        }
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessage("1-0.journal ends before its slice does");
    }

    @Test
    void theClosingFrameIsFoundWithoutReadingTheOthers() throws Exception {
        write(3, true);

        assertThat(JournalReader.last(file).counts()).isEqualTo(new Counts(12, 9, 0, 3));
        Files.write(file, new byte[] {1}, StandardOpenOption.APPEND);
        assertThatThrownBy(() -> JournalReader.last(file)).isInstanceOf(IOException.class);
    }

    @Test
    void nothingIsAddedToAFinishedJournal() throws Exception {
        write(1, true);

        try (var journal = SliceJournal.open(file)) {
            assertThat(journal.isFinished()).isTrue();
            assertThatThrownBy(() -> journal.append(frame(1)))
                    .hasMessage("1-0.journal is finished, nothing can be added");
        }
    }
}
