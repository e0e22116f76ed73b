package org.minimis.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minimis.ledger.TestDatabase;
import org.minimis.report.ReportFiles;
import org.minimis.report.Selection;
import org.minimis.settings.ConfigFolder;

class VerificationTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final LawClearing LAW = new LawClearing(ConfigFolder.packed(), LawChoices.NONE, DAY);

    @TempDir
    Path folder;

    private Path manifest;
    private Path out;
    private String db;
    private ClearResult result;

    @BeforeEach
    void clear() throws IOException {
        out = folder.resolve("out");
        db = TestDatabase.url(folder.resolve("book"));
        manifest = Files.copy(
                Path.of("sample-manifests/mixed-eu-night/manifest.ndjson"), folder.resolve("manifest.ndjson"));
        result = clear(manifest);
    }

    private ClearResult clear(Path path) {
        var request = new ClearRequest(List.of(path), DAY, out, db, 2, 40, 20_000);
        return new Clear(request, LAW, VerificationTest::report, Progress.NONE).clear();
    }

    private static void report(java.sql.Connection book, String batch, Path folder)
            throws IOException, java.sql.SQLException {
        ReportFiles.write(book, Selection.batch(batch), folder);
    }

    private List<String> verify(Optional<String> batch) {
        var lines = new ArrayList<String>();
        var count = new Verification(out, db, VerificationTest::report, null).verify(batch, lines::add);
        assertThat(count).isEqualTo(lines.size());
        return lines;
    }

    private List<String> verify() {
        return verify(Optional.of(result.batch()));
    }

    @Test
    void anHonestBatchHasNoDifferences() {
        assertThat(result.manifests().get(0).assessed()).isPositive();
        assertThat(result.manifests().get(0).referred()).isPositive();
        assertThat(verify()).isEmpty();
        assertThat(verify(Optional.empty())).isEmpty();
    }

    @Test
    void aPackedManifestIsUnpackedAgain() throws Exception {
        var packed = folder.resolve("other.ndjson.gz");
        try (var gzip = new GZIPOutputStream(Files.newOutputStream(packed))) {
            gzip.write(Files.readString(manifest)
                    .replace("\"manifest\":\"", "\"manifest\":\"X")
                    .getBytes(StandardCharsets.UTF_8));
        }
        var second = clear(packed);

        assertThat(second.exitCode()).isZero();
        assertThat(verify(Optional.of(second.batch()))).isEmpty();
        assertThat(out.resolve(".verify")).doesNotExist();
    }

    @Test
    void oneCentOfAnAssessmentIsNamedByItsHouseWaybill() throws Exception {
        var place = inBook("select line || ', house waybill ' || house_waybill from assessment where vat > 1 limit 1");
        var id = inBook("select id from assessment where vat > 1 limit 1");
        var changes = Map.of(
                "duty = duty + 100", "duty: ",
                "vat = vat - 100", "VAT: ",
                "customs_value = customs_value + 100", "customs value: ",
                "house_waybill = 'ELSE'", "house waybill: ELSE in the book");

        for (var change : changes.entrySet()) {
            var column = change.getKey().split(" ")[0];
            var before = inBook("select %s from assessed where id = %s".formatted(column, id));
            change("update assessed set %s where id = %s".formatted(change.getKey(), id));
            var changed = verify();
            change("update assessed set %s = '%s' where id = %s".formatted(column, before, id));

            assertThat(changed)
                    .anySatisfy(line ->
                            assertThat(line).contains("manifest ", "line " + place, change.getValue(), " recomputed "));
        }
        assertThat(verify()).isEmpty();
    }

    @Test
    void oneCentOfAPostingIsNamedByItsAccount() throws Exception {
        var account = inBook("select account || ' ' || currency from posting where account like '%/vat' limit 1");
        change("update posting set amount = amount + 0.01"
                + " where id = (select id from posting where account like '%/vat' limit 1)");

        assertThat(verify())
                .anySatisfy(line -> assertThat(line).contains("account " + account + ": posted: ", " recomputed "));
    }

    @Test
    void oneByteOfADeclarationIsNamedByItsLine() throws Exception {
        var file = result.folder().resolve("declarations").resolve(declaration());
        var bytes = Files.readAllBytes(file);
        var line = 1
                + new String(bytes, 0, bytes.length / 2, StandardCharsets.ISO_8859_1)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        assertThat(verify())
                .contains("%s/declarations/%s: byte %d, on line %d, is not what is recomputed"
                        .formatted(result.batch(), declaration(), bytes.length / 2 + 1, line))
                .anySatisfy(found -> assertThat(found)
                        .startsWith(result.batch() + "/declarations/" + declaration() + ": its digest is "));
    }

    private String declaration() throws IOException {
        try (var files = Files.list(result.folder().resolve("declarations"))) {
            return files.map(file -> file.getFileName().toString())
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void oneValueOfTheKeptLawIsNamedByItsFile() throws Exception {
        var name = "regimes/eu/duty.yaml";
        var law = lawFolder().resolve("config").resolve(name);
        Files.writeString(law, Files.readString(law).replaceFirst("EUR 3", "EUR 2"));

        assertThat(verify())
                .singleElement()
                .asString()
                .endsWith("/config/" + name + ": it was changed after the batch was cleared; restore it");
    }

    @Test
    void aLawThatWasAddedToOrTakenAwayIsFound() throws Exception {
        Files.delete(lawFolder().resolve("config/declarant.yaml"));
        Files.writeString(lawFolder().resolve("config/regimes/eu/more.yaml"), "more");

        assertThat(verify()).hasSize(2);
    }

    @Test
    void theLawIsKeptOnceForItsOwnerAlone() throws Exception {
        var before = Files.getLastModifiedTime(lawFolder().resolve("law.json"));
        clear(other("Y"));

        assertThat(Files.getLastModifiedTime(lawFolder().resolve("law.json"))).isEqualTo(before);
        try (var all = Files.walk(out.resolve("law"))) {
            for (var file : all.toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .as(file.toString())
                        .endsWith("------");
            }
        }
    }

    private Path lawFolder() throws IOException {
        try (var laws = Files.list(out.resolve("law"))) {
            return laws.toList().get(0);
        }
    }

    /** The same consignments as another carrier's manifest. */
    private Path other(String prefix) throws IOException {
        return Files.writeString(
                folder.resolve(prefix + ".ndjson"),
                Files.readString(manifest)
                        .replace("\"manifest\":\"", "\"manifest\":\"" + prefix)
                        .replace("\"houseWaybill\":\"", "\"houseWaybill\":\"" + prefix));
    }

    @Test
    void aBatchRecordThatWasChangedOrRemovedShows() throws Exception {
        var batches = List.of(
                result.batch(), clear(other("Y")).batch(), clear(other("Z")).batch());
        assertThat(verify(Optional.empty())).isEmpty();

        for (var batch : batches) {
            var next = batches.indexOf(batch) + 1;
            var record = out.resolve(batch).resolve("batch.json");
            var whole = Files.readString(record);
            Files.writeString(record, whole.replaceFirst("\"total\" : \"", "\"total\" : \"1"));
            var changed = verify(Optional.empty());
            Files.delete(record);
            var removed = verify(Optional.empty());
            Files.writeString(record, whole);

            assertThat(changed).anySatisfy(line -> assertThat(line).startsWith(batch + "/batch.json: byte "));
            assertThat(removed)
                    .contains(batch + "/batch.json: it is missing, the book holds the batch as completed; restore it")
                    .hasSize(next < 3 ? 2 : 1);
            if (next < 3) {
                assertThat(changed)
                        .anySatisfy(line -> assertThat(line)
                                .startsWith(
                                        batches.get(next) + "/batch.json: previous: no batch record has the digest"));
            }
        }
        assertThat(verify(Optional.empty())).isEmpty();
    }

    @Test
    void aManifestThatChangedOrIsGoneIsADifferenceAndAnArchivedOneIsFound() throws Exception {
        var archive = Files.createDirectories(folder.resolve("archive"));
        Files.copy(manifest, archive.resolve("renamed.ndjson"));
        Files.writeString(manifest, Files.readString(manifest).replaceFirst("\"12.00\"", "\"12.01\""));

        assertThat(verify()).singleElement().asString().contains("the manifest is gone or has changed");

        Files.delete(manifest);
        assertThat(verify()).singleElement().asString().contains("the manifest is gone or has changed");
        var lines = new ArrayList<String>();
        new Verification(out, db, VerificationTest::report, archive).verify(Optional.of(result.batch()), lines::add);
        assertThat(lines).isEmpty();
    }

    @Test
    void everyByteOfTheJournalCounts() throws Exception {
        var journal = result.folder().resolve("journal/1-0.journal");
        var bytes = Files.readAllBytes(journal);
        bytes[bytes.length / 2] ^= 1;
        Files.write(journal, bytes);

        assertThat(verify()).isNotEmpty();
    }

    @Test
    void aBatchThatIsNotThereIsAMistakeOfUsage() {
        assertThatThrownBy(() -> verify(Optional.of("B-20261122-00000000")))
                .isInstanceOfSatisfying(
                        ClearException.class, e -> assertThat(e.exitCode()).isEqualTo(ClearException.USAGE));
    }

    private void change(String sql) throws Exception {
        try (var book = org.minimis.ledger.Book.open(db);
                var connection = book.connection();
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }

    private String inBook(String sql) throws Exception {
        try (var book = org.minimis.ledger.Book.open(db);
                var connection = book.connection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
