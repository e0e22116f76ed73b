package org.minimis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A figure of the book is explained by the law that it was reckoned by, whatever the law is today. */
class ExplainTest {

    private static final String FOUR_A_PIECE = "duty 8.00";
    private static final String THREE_A_PIECE = "duty 6.00";

    @TempDir
    Path folder;

    /** Cleared under a law of EUR 4 where ours says EUR 3. */
    @BeforeEach
    void clear() throws IOException {
        var config = folder.resolve("config");
        try (var files = Files.walk(Path.of("config"))) {
            for (var file : files.toList()) {
                Files.copy(file, folder.resolve(file.toString()));
            }
        }
        var duty = config.resolve("regimes/eu/duty.yaml");
        Files.writeString(duty, Files.readString(duty).replace("flat: EUR 3", "flat: EUR 4"));
        var cleared = Session.clear(
                folder,
                List.of(
                        "sample-manifests/relief-and-flat-duty/manifest.ndjson",
                        "--accepted",
                        "2026-09-15",
                        "--rates",
                        "market-unofficial",
                        "--config",
                        config.toString()));
        assertThat(cleared.exitCode()).isZero();
    }

    private Session explain(String... more) {
        var all =
                new ArrayList<>(List.of("explain", "ZQR000001", "--out", folder + "/out", "--db", Session.db(folder)));
        all.addAll(List.of(more));
        return Session.run(all.toArray(String[]::new));
    }

    @Test
    void theLawThatWasKeptWithTheBatchExplainsIt() {
        assertThat(explain().out()).contains(FOUR_A_PIECE, "2 item(s) × EUR 4.00");
        assertThat(explain().err()).isEmpty();
    }

    @Test
    void anotherLawIsTakenWhereItIsAskedFor() {
        var explained = explain("--rates", "market-unofficial");

        assertThat(explained.out()).contains(THREE_A_PIECE);
        assertThat(explained.err())
                .matches("batch B-\\S+ was cleared under other law, readings or rates than these;"
                        + " leave out --config, --reading and --rates to see its figures\n");
    }

    @Test
    void aKeptLawThatSomebodyChangedIsNotTaken() throws IOException {
        try (var files = Files.walk(folder.resolve("out/law"))) {
            var duty = files.filter(file -> file.endsWith("regimes/eu/duty.yaml"))
                    .findFirst()
                    .orElseThrow();
            Files.writeString(duty, Files.readString(duty).replace("EUR 4", "EUR 5"));
        }

        var explained = explain();

        assertThat(explained.out()).contains(THREE_A_PIECE);
        assertThat(explained.err()).endsWith("; restore " + folder + "/out/law to see its figures\n");
    }
}
