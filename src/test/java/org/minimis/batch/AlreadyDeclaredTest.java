package org.minimis.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minimis.assessment.Outcome;
import org.minimis.manifest.ManifestRecord;

class AlreadyDeclaredTest {

    @TempDir
    Path folder;

    private Night night;

    @BeforeEach
    void create() throws Exception {
        night = new Night(folder);
    }

    private ClearResult clear(String name, String lines) throws Exception {
        try (var files = Files.list(night.in)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        night.manifest(name, lines);
        return night.clear();
    }

    @Test
    void whatAnEarlierBatchDeclaredIsNotDeclaredAgain() throws Exception {
        var first = clear("a.ndjson", "XA1;DE;EUR;10.00\nXA2;DE;EUR;20.00\nXA3;DE;EUR;200.00\n");

        var second = clear("b.ndjson", "XA2;DE;EUR;20.00\nXA3;DE;EUR;20.00\nXB1;DE;EUR;5.00\n");

        assertThat(second.exitCode()).isZero();
        assertThat(Night.files(second, true).get("rejected.ndjson")).isEqualTo("ALREADY_DECLARED XA2\n");
        assertThat(second.manifests().get(0).assessed()).isEqualTo(2);
        assertThat(Taken.read(second.folder().resolve("journal/1-0.repeats")).by(1))
                .isEqualTo(first.batch());
    }

    @Test
    void whatAnIncompleteBatchMayStillDeclareIsLeftToIt() throws Exception {
        night.manifest("a.ndjson", "XA1;DE;EUR;10.00\nXA2;DE;EUR;20.00\n");
        var broken = new LineClearing() {
            @Override
            public Outcome assess(ManifestRecord read) {
                throw new IllegalStateException("a bug in the law");
            }
        };
        var first = night.clear(night.request(1, 10, 500), broken);
        assertThat(first.exitCode()).isEqualTo(4);

        var second = clear("b.ndjson", "XA2;DE;EUR;20.00\nXB1;DE;EUR;5.00\n");

        assertThat(Night.files(second, true).get("rejected.ndjson")).isEqualTo("ALREADY_DECLARED XA2\n");
    }

    @Test
    void anotherBatchMayDeclareWhatWasOnlyRejectedOrReferred() throws Exception {
        clear("a.ndjson", "XA1;DE;EUR;200.00\nXA2;DE;EUR;20.00\nXA2;DE;EUR;30.00\n");

        var second = clear("b.ndjson", "XA1;DE;EUR;20.00\n");

        assertThat(second.manifests().get(0).assessed()).isEqualTo(1);
    }
}
