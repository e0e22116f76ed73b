package org.minimis.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClearTest {

    @TempDir
    Path folder;

    @Test
    void aNightIsClearedPublishedAndReconciled() throws Exception {
        var night = new Night(folder);
        night.manifest("a.ndjson", Night.lines('A', 200));

        var result = night.clear();

        assertThat(result.exitCode()).isZero();
        assertThat(Night.files(result, true)).containsKeys("declarations/EU-H7-MANA.xml", "batch.json", "ledger.csv");
        System.out.println(Night.files(result, true));
        System.out.println(result);
    }
}
