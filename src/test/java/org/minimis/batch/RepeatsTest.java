package org.minimis.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minimis.manifest.ManifestFormat;

class RepeatsTest {

    private static final SliceName FIRST = new SliceName(1, 0);
    private static final SliceName SECOND = new SliceName(2, 0);

    @TempDir
    Path folder;

    private BatchFolder batch;

    @BeforeEach
    void create() throws IOException {
        batch = new BatchFolder(folder.resolve("B-1"));
        batch.create();
    }

    private void keys(SliceName slice, String... houseWaybills) throws IOException {
        var clearing = new LineClearing() {
            @Override
            public void screen(SliceInfo info, Keys keys) throws IOException {
                for (var i = 0; i < houseWaybills.length; i++) {
                    keys.record(houseWaybills[i].isEmpty() ? null : houseWaybills[i], i + 1);
                }
            }
        };
        var keys = new KeyFile.Draft();
        clearing.screen(new SliceInfo(folder, "f", ManifestFormat.NDJSON, 0, 0, 1, 1), keys);
        keys.write(batch.keys(slice));
    }

    private List<Long> repeats(SliceName slice) throws IOException {
        return Taken.read(batch.repeats(slice)).lines();
    }

    @ParameterizedTest(name = "{0} keys at once")
    @ValueSource(ints = {1, 2, 3, 100})
    void allButTheFirstAreRepeatsHoweverManyKeysFitIntoMemory(int keysAtOnce) throws Exception {
        keys(FIRST, "A", "B", "", "A", "C", "");
        keys(SECOND, "D", "B", "A", "E");

        new Repeats(batch, null, keysAtOnce).decide(List.of(FIRST, SECOND));

        assertThat(repeats(FIRST)).containsExactly(4L);
        assertThat(repeats(SECOND)).containsExactly(2L, 3L);
    }

    @Test
    void aSliceThatWasDecidedComesBeforeOneThatCouldNotBeReadThen() throws Exception {
        keys(SECOND, "A", "B");
        new Repeats(batch).decide(List.of(SECOND));
        keys(FIRST, "B", "C");

        new Repeats(batch).decide(List.of(FIRST, SECOND));

        assertThat(repeats(SECOND)).isEmpty();
        assertThat(repeats(FIRST)).containsExactly(1L);
    }

    @Test
    void aRecordThatWasRejectedDoesNotTakeTheNumberFromOneThatComesMended() throws Exception {
        keys(FIRST, "A");
        keys(SECOND, "A", "B");
        new Repeats(batch).decide(List.of(FIRST, SECOND));
        new Repeats(batch).forget(java.util.Set.of(FIRST));

        new Repeats(batch).decide(List.of(FIRST, SECOND));

        assertThat(repeats(SECOND)).containsExactly(1L);
        assertThat(repeats(FIRST)).isEmpty();
    }
}
