package org.minimis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be meant is refused before anything is done. */
class WorkersOptionsTest {

    private static final String SHARED = "jdbc:postgresql://localhost:1/nowhere";

    @TempDir
    Path folder;

    @Test
    void aBookOfOneProcessHasNoWorkers() throws Exception {
        var manifest = Files.writeString(folder.resolve("m.ndjson"), "{}\n");

        var session = Session.clear(folder, List.of(manifest.toString(), "--workers"));

        assertThat(session.exitCode()).isEqualTo(2);
        assertThat(session.err())
                .startsWith(
                        "error: --workers: this book is a file of H2, which one process has for itself; workers need"
                                + " one in PostgreSQL: --db jdbc:postgresql://HOST/NAME");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --broker http://x:1              | --broker: 'http://x:1' is not the address of a broker; write tcp://HOST:PORT
            --broker tcp://me:secret@x:61616 | --broker: the address of the broker holds a password; leave it out and set MINIMIS_BROKER_USER
            --broker tcp://x:1?password=y    | --broker: the address of the broker holds a password; leave it out and set MINIMIS_BROKER_USER
            --broker embedded                | --broker: the embedded broker is the manager's; name its address
            --threads 0                      | --threads: '0' is no number of slices; give 1 or more
            --dead-after 0                   | --dead-after: '0' is no time to wait; give 1 second or more
            --name a/b                       | --name: 'a/b' is no name of a worker
            """)
    void aWorkerThatCannotWorkSaysWhy(String words, String said) {
        var session = Session.run(("worker --db " + SHARED + " --out " + folder + " " + words).split(" "));

        assertThat(session.exitCode()).as(session.err()).isEqualTo(2);
        assertThat(session.err()).startsWith("error: " + said).doesNotContain("secret");
    }

    @Test
    void watchingNeedsABookThatOthersUse() {
        var session = Session.run("batches", "--watch", "--db", Session.db(folder));

        assertThat(session.exitCode()).isEqualTo(2);
        assertThat(session.err()).startsWith("error: --watch: this book is a file of H2");
    }

    @Test
    void metricsDoNotLieAmongTheBatches() throws Exception {
        var manifest = Files.writeString(folder.resolve("m.ndjson"), "{}\n");

        var session = Session.clear(
                folder,
                List.of(
                        manifest.toString(),
                        "--metrics",
                        folder.resolve("out/B-1/m.prom").toString()));

        assertThat(session.exitCode()).isEqualTo(2);
        assertThat(session.err()).contains("is under --out, or its folder is not there; name a file elsewhere");
    }
}
