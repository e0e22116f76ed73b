package org.minimis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exit codes and exact words. */
class CommandLineTest {

    private static final String SAMPLE = "sample-manifests/relief-and-flat-duty/manifest.ndjson";

    @TempDir
    Path folder;

    @Test
    void everyCommandHasHelp() {
        for (var command : Session.commands()) {
            var session = Session.run(command, "--help");

            assertThat(session.exitCode()).as(command).isZero();
            assertThat(session.out()).as(command).contains("Usage: minimis " + command);
        }
    }

    @Test
    void aMisspeltOptionIsAUsageErrorInOneSentence() {
        var session = Session.run("assess", SAMPLE, "--acepted", "2026-07-01");

        assertThat(session.exitCode()).isEqualTo(2);
        assertThat(session.err())
                .startsWith("error: Unknown options: '--acepted'")
                .contains("Possible solutions: --accepted");
        assertThat(session.err()).doesNotContain("\tat ");
    }

    @Test
    void aDayThatIsNoneIsAUsageError() {
        var session = Session.run("assess", SAMPLE, "--accepted", "1 July");

        assertThat(session.exitCode()).isEqualTo(2);
        assertThat(session.err()).contains("--accepted").contains("1 July");
    }

    @Test
    void aMissingManifestIsAUsageError() {
        var session = Session.run("check", "nowhere.ndjson");

        assertThat(session.exitCode()).isEqualTo(2);
        assertThat(session.err())
                .isEqualTo("error: nowhere.ndjson: there is no such file or folder; name a manifest\n");
    }

    @Test
    void aPasswordInTheAddressOfTheBookIsRefusedAndNotRepeated() {
        var session = Session.run("batches", "--db", "jdbc:postgresql://me:hush@host/book");

        assertThat(session.exitCode()).isEqualTo(2);
        assertThat(session.err())
                .contains("--db: the address of the book holds a password; leave it out and set PGUSER and PGPASSWORD")
                .doesNotContain("hush");
    }

    @Test
    void aDayBeforeTheLawStopsWithCodeThree() {
        var session = Session.run("assess", SAMPLE, "--accepted", "2021-06-30");

        assertThat(session.exitCode()).isEqualTo(3);
        assertThat(session.err()).startsWith("error: eu.").contains("has no value on 2021-06-30");
    }

    @Test
    void anUnknownReadingStopsWithCodeThree() {
        var session = Session.run("assess", SAMPLE, "--accepted", "2026-07-01", "--reading", "eu.f54=on");

        assertThat(session.exitCode()).isEqualTo(3);
        assertThat(session.err()).startsWith("error: there is no reading 'eu.f54'; known are eu.documents, eu.f53,");
    }

    @Test
    void aReadingChangesWhatItIsAbout() {
        var session =
                Session.run("assess", SAMPLE, "--accepted", "2026-07-01", "--reading", "eu.flat-duty-scope=ioss-only");

        assertThat(session.out().lines().toList().get(0)).contains("\"NO_SINGLE_TARIFF_RATE\"");
        assertThat(session.out().lines().toList().get(1)).contains("\"duty\":\"3.00\"");
    }

    @Test
    void checkEndsWithCodeFourWhereThereAreFindings() throws IOException {
        var manifest = folder.resolve("clean.ndjson");
        Files.writeString(manifest, Files.readAllLines(Path.of(SAMPLE)).get(0) + "\n");

        assertThat(Session.run("check", manifest.toString(), "--accepted", "2026-07-01"))
                .isEqualTo(new Session(0, "", ""));
        var faulty = Session.run("check", SAMPLE, "--accepted", "2026-07-01");
        assertThat(faulty.exitCode()).isEqualTo(4);
        assertThat(faulty.out()).startsWith(SAMPLE + ":");
    }

    @Test
    void clearingTheSameAgainDoesNothing() {
        var arguments = List.of(SAMPLE, "--accepted", "2026-07-01");
        Session.clear(folder, arguments);

        var again = Session.clear(folder, arguments);

        assertThat(again.exitCode()).isZero();
        assertThat(again.out()).contains("was cleared before, nothing is done");
    }

    @Test
    void aManifestThatFailsDoesNotFailTheNight() throws IOException {
        var torn = folder.resolve("torn.ndjson.gz");
        Files.write(torn, new byte[] {31, -117, 8, 0});

        var session = Session.clear(folder, List.of(SAMPLE, torn.toString(), "--accepted", "2026-07-01"));

        assertThat(session.exitCode()).isEqualTo(4);
        assertThat(session.out()).contains("ZQ-20260630-01: 10 records").contains("failed: " + torn);
        assertThat(session.err()).contains("is incomplete");
    }

    @Test
    void theReportOfTheBookIsPrintedInEachForm() throws IOException {
        Session.clear(folder, List.of(SAMPLE, "--accepted", "2026-07-01"));
        var book = List.of("--db", Session.db(folder));

        for (var format : List.of("csv", "json", "html")) {
            var session = Session.run("report", "--format", format, "--db", book.get(1));

            assertThat(session.exitCode()).as(session.err()).isZero();
            assertThat(session.out()).as(format).contains("2026-07-01");
        }
        var workbook = folder.resolve("revenue.xlsx");
        assertThat(Session.run("report", "--format", "xlsx", "--file", workbook.toString(), "--db", book.get(1))
                        .exitCode())
                .isZero();
        assertThat(Files.size(workbook)).isPositive();
        assertThat(Session.run("report", "--from", "2026-07-02", "--to", "2026-07-01", "--db", book.get(1))
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void lawCheckListsEachRegimeAndItsReadings() {
        var session = Session.run("law", "check");

        assertThat(session.exitCode()).isZero();
        assertThat(session.out())
                .contains("EU  European Union: 2021-07-01 to 2028-06-30")
                .contains("  reading eu.flat-duty-scope: all-distance-sales (of all-distance-sales, ioss-only");
    }

    @Test
    void lawShowAndDiffTellTheLawOfADayAndWhatChanges() {
        assertThat(Session.run("law", "show", "EU", "--on", "2026-07-01").out())
                .contains("duty: flat: EUR 3, per: eu.flat-duty-item")
                .contains("Council Reg. (EU) 2026/382");
        assertThat(Session.run("law", "diff", "EU", "2026-06-30", "2026-07-01").out())
                .contains("  + A distance sale, not over EUR 150");
        assertThat(Session.run("law", "diff", "EU", "2026-07-01", "2026-07-02").out())
                .isEqualTo("nothing changes in EU from 2026-07-01 to 2026-07-02\n");
        assertThat(Session.run("law", "show", "XX", "--on", "2026-07-01").exitCode())
                .isEqualTo(2);
    }

    @Test
    void ratesAreImportedOnceAndNotReplacedUnasked() throws IOException {
        var file = folder.resolve("eurofxref-hist.csv");
        Files.writeString(file, "Date,USD,\n2026-10-21,1.1000,\n");
        var arguments = new String[] {"rates", "import", file.toString(), "--config", folder.toString()};

        var first = Session.run(arguments);
        var again = Session.run(arguments);
        Files.writeString(file, "Date,USD,\n2026-10-21,1.2000,\n");
        var other = Session.run(arguments);

        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.out()).contains("2026-11.csv: 1 rates");
        assertThat(again.out()).contains("there already");
        assertThat(other.exitCode()).isEqualTo(2);
        assertThat(other.err()).contains("other figures are there already; compare them and say --replace");
    }

    @Test
    void aGeneratedManifestHasTheSameBytesForTheSameSeed() throws IOException {
        for (var name : List.of("a.ndjson", "b.ndjson")) {
            assertThat(Session.run(
                                    "generate",
                                    "--count",
                                    "50",
                                    "--seed",
                                    "7",
                                    "--out",
                                    folder.resolve(name).toString())
                            .exitCode())
                    .isZero();
        }

        assertThat(folder.resolve("a.ndjson")).hasSameBinaryContentAs(folder.resolve("b.ndjson"));
    }
}
