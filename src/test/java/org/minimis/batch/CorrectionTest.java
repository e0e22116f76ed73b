package org.minimis.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minimis.declaration.DeclarationValidator;
import org.minimis.ledger.TestDatabase;
import org.minimis.report.ReportFiles;
import org.minimis.report.ReportText;
import org.minimis.report.Selection;
import org.minimis.settings.ConfigFolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CorrectionTest {

    private static final LocalDate DAY = LocalDate.of(2026, 8, 14);
    private static final LawClearing LAW = new LawClearing(ConfigFolder.packed(), LawChoices.NONE, DAY);
    private static final String LINE = """
            {"manifest":"MAN-1","masterWaybill":"020-12345675","carrier":"XP","flight":"XP0207","arrivalAirport":"LEJ",\
            "arrival":"2026-08-14T04:30:00Z","channel":"EXPRESS","houseWaybill":"%s","type":"B2C","dispatchCountry":"CN",\
            "destinationCountry":"%s","consignor":{"name":"SHOP","street":"ROAD 1","city":"SHENZHEN","postcode":"518000","country":"CN"},\
            "consignee":{"name":"ANNA","street":"WEG 1","city":"ORT","postcode":"%s","country":"%s","personType":"NATURAL"},\
            "orderId":"O1","invoice":"I1","pieces":1,"grossKg":"0.85","incoterm":"DAP",\
            "goods":[{"description":"COTTON T-SHIRT, KNITTED, MENS","commodityCode":"610910","quantity":"2","unit":"PCE",\
            "value":{"amount":"%s","currency":"EUR"},"netKg":"0.35","origin":"CN"}]}
            """;

    @TempDir
    Path folder;

    private Path out;
    private String db;
    private ClearResult original;

    @BeforeEach
    void clear() throws IOException {
        out = folder.resolve("out");
        db = TestDatabase.url(folder.resolve("book"));
        var text = german("XP1", "10.00")
                + german("XP2", "20.00")
                + LINE.formatted("XP3", "FR", "75001", "FR", "30.00")
                + german("XP4", "20000.00").replace("0.85", "zero");
        original = run(request("first.ndjson", text));
        assertThat(original.manifests().get(0).assessed()).isEqualTo(3);
    }

    private static String german(String houseWaybill, String value) {
        return LINE.formatted(houseWaybill, "DE", "04103", "DE", value);
    }

    private ClearRequest request(String name, String text) throws IOException {
        var file = Files.writeString(folder.resolve(name), text);
        return new ClearRequest(List.of(file), DAY, out, db, 1, 2, 100_000);
    }

    private ClearResult run(ClearRequest request) {
        return new Clear(request, LAW, CorrectionTest::report, Progress.NONE).clear();
    }

    private static void report(java.sql.Connection book, String batch, Path folder)
            throws IOException, java.sql.SQLException {
        ReportFiles.write(book, Selection.batch(batch), folder);
    }

    private ClearResult amend(String batch, @Nullable String reason, String name, String text) throws IOException {
        var request = request(name, text);
        return run(new Amend(out, db).request(batch, reason, false, day -> request));
    }

    private List<String> verify() {
        var lines = new ArrayList<String>();
        new Verification(out, db, CorrectionTest::report, null).verify(Optional.empty(), lines::add);
        return lines;
    }

    private JsonNode report() {
        return Batches.read(
                db,
                book -> JsonMapper.shared()
                        .readTree(ReportText.of(book, Selection.everything(), ReportText.Format.JSON)));
    }

    private List<String> ledger(ClearResult result) throws IOException {
        return Files.readAllLines(result.folder().resolve("ledger.csv"));
    }

    private String declarations(ClearResult result, String name) throws IOException {
        return Files.readString(result.folder().resolve("declarations").resolve(name));
    }

    @Test
    void aCorrectionTakesBackWhatWasPostedAndPostsWhatIsOwedNow() throws Exception {
        var before = report().get("totals").get(0);

        var amended = amend(original.batch(), "12", "second.ndjson", german("XP1", "50.00"));

        assertThat(amended.exitCode()).isZero();
        assertThat(ledger(amended)).anyMatch(line -> line.contains("taken back of earlier declarations"));
        assertThat(ledger(amended))
                .filteredOn(line -> line.contains("/vat,EUR"))
                .hasSize(2);
        var totals = report().get("totals").get(0);
        assertThat(totals.get("consignments").asLong())
                .isEqualTo(before.get("consignments").asLong());
        assertThat(new java.math.BigDecimal(totals.get("intrinsicValue").asString()))
                .isEqualTo(new java.math.BigDecimal(before.get("intrinsicValue").asString())
                        .add(new java.math.BigDecimal("40.00")));
        assertThat(report().get("corrections")).hasSize(1);
        assertThat(report().get("corrections").get(0).get("intrinsicValue").asString())
                .isEqualTo("10.00");
        assertThat(Files.readString(amended.folder().resolve("report/revenue.html")))
                .contains("<section id=\"corrections\">");
        assertThat(Files.readString(amended.folder().resolve("report/revenue.csv")))
                .contains("reversed,2026-08-14,EU,DE,");
        assertThat(Files.readString(amended.folder().resolve("batch.json")))
                .contains("\"corrects\" : \"" + original.batch() + "\"");
        assertThat(verify()).isEmpty();
    }

    @Test
    void theAmendedDeclarationNamesTheOriginalAndTheReason() throws Exception {
        var first = LAW.lrn(DAY, "EU", "MAN-1", "XP1");
        assertThat(declarations(original, "EU-H7-MAN-1.xml")).contains(first);

        var amended = amend(original.batch(), "12", "second.ndjson", german("XP1", "50.00"));

        assertThat(declarations(amended, "EU-H7-MAN-1.xml"))
                .contains("<FunctionCode>13</FunctionCode>", "<ID>" + first + "</ID><TypeCode>COR</TypeCode>")
                .contains("<Amendment><ChangeReasonCode>12</ChangeReasonCode><Pointer>")
                .doesNotContain("<FunctionalReferenceID>" + first);
        assertThat(declarations(amended, "EU-H7-MAN-1.json"))
                .startsWith("{\"houseWaybill\":\"XP1\",\"amends\":\"" + first + "\",\"reason\":\"12\",");
        var again = amend(amended.batch(), null, "third.ndjson", german("XP1", "60.00"));
        assertThat(declarations(again, "EU-H7-MAN-1.xml")).contains("<ID>" + first + "</ID><TypeCode>COR</TypeCode>");
        assertThat(report().get("corrections").get(0).get("consignments").asLong())
                .isEqualTo(2);
        assertThat(verify()).isEmpty();
    }

    @Test
    void anAmendedMessageObeysItsSchema() throws Exception {
        var schemas = Path.of("../shared/schemas/hmrc-cds");
        Assumptions.assumeTrue(Files.isDirectory(schemas), "the schemas are not there");
        var amended = amend(original.batch(), "12", "second.ndjson", german("XP1", "50.00"));
        var complaints = new ArrayList<String>();

        DeclarationValidator.of(schemas)
                .validate(amended.folder().resolve("declarations/EU-H7-MAN-1.xml"), complaints::add);

        assertThat(complaints).isEmpty();
    }

    @Test
    void anEarlierCorrectionIsCorrectedWhicheverBatchIsNamed() throws Exception {
        amend(original.batch(), null, "second.ndjson", german("XP1", "50.00"));

        var third = amend(original.batch(), null, "third.ndjson", german("XP1", "60.00"));

        assertThat(third.exitCode()).isZero();
        var corrections = report().get("corrections");
        assertThat(corrections.get(0).get("intrinsicValue").asString()).isEqualTo("60.00");
        assertThat(report().get("totals").get(0).get("consignments").asLong()).isEqualTo(3);
        assertThat(verify()).isEmpty();
    }

    @Test
    void namedFeesAreTakenBackUnderTheirNames() throws Exception {
        var amended =
                amend(original.batch(), null, "second.ndjson", LINE.formatted("XP3", "FR", "75001", "FR", "31.00"));

        assertThat(amended.exitCode()).isZero();
        assertThat(verify()).isEmpty();
    }

    @Test
    void aRejectedConsignmentThatIsMendedIsSimplyCleared() throws Exception {
        var amended = amend(original.batch(), null, "second.ndjson", german("XP4", "20.00"));

        assertThat(amended.manifests().get(0).assessed()).isEqualTo(1);
        assertThat(declarations(amended, "EU-H7-MAN-1.xml")).contains("<FunctionCode>9</FunctionCode>");
        assertThat(report().has("corrections")).isFalse();
        assertThat(verify()).isEmpty();
    }

    @Test
    void aConsignmentThatNowGoesElsewhereIsReferredAndTheOldDeclarationStands() throws Exception {
        var amended =
                amend(original.batch(), null, "second.ndjson", LINE.formatted("XP1", "FR", "75001", "FR", "10.00"));

        assertThat(amended.manifests().get(0).referred()).isEqualTo(1);
        assertThat(Files.readString(amended.folder().resolve("referred.ndjson")))
                .contains("it was declared for EU DE H7 and is now EU FR H7; have that declaration cancelled");
        assertThat(report().has("corrections")).isFalse();
        assertThat(verify()).isEmpty();
    }

    @Test
    void aCorrectionThatIsTamperedWithIsFound() throws Exception {
        amend(original.batch(), "12", "second.ndjson", german("XP1", "50.00"));
        try (var book = org.minimis.ledger.Book.open(db);
                var connection = book.connection();
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("update correction set lrn = 'M000'"))
                    .isEqualTo(1);
        }

        assertThat(verify()).anyMatch(line -> line.startsWith("manifest MAN-1: corrections: "));
    }

    private ClearResult cancel(String batch, String reason, List<String> houseWaybills) {
        var order = CancelClearing.order(out, batch, reason, houseWaybills);
        var request = new Amend(out, db)
                .request(batch, reason, true, day -> new ClearRequest(List.of(order), day, out, db, 1, 2, 1000));
        return new Clear(request, new CancelClearing(LAW, batch), CorrectionTest::report, Progress.NONE).clear();
    }

    @Test
    void aCancelledDeclarationOwesNothingAndCountsForNothing() throws Exception {
        var first = LAW.lrn(DAY, "EU", "MAN-1", "XP2");

        var cancelled = cancel(original.batch(), "1", List.of("XP3", "XP2", "XP9"));

        assertThat(cancelled.manifests().get(0).assessed()).isEqualTo(2);
        assertThat(cancelled.manifests().get(0).rejected()).isEqualTo(1);
        var name = "EU-H7-CANCEL-" + original.batch() + ".xml";
        assertThat(declarations(cancelled, name))
                .contains("<ID>" + first + "</ID><TypeCode>INV</TypeCode>", "<ChangeReasonCode>1</ChangeReasonCode>");
        assertThat(Files.readString(cancelled.folder().resolve("rejected.ndjson")))
                .contains("no declaration of 'XP9' stands in that batch");
        var totals = report().get("totals").get(0);
        assertThat(totals.get("consignments").asLong()).isEqualTo(1);
        assertThat(totals.get("intrinsicValue").asString()).isEqualTo("10.00");
        assertThat(verify()).isEmpty();
        var schemas = Path.of("../shared/schemas/hmrc-cds");
        if (Files.isDirectory(schemas)) {
            var complaints = new ArrayList<String>();
            DeclarationValidator.of(schemas)
                    .validate(cancelled.folder().resolve("declarations").resolve(name), complaints::add);
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void whatWasCancelledIsNotCancelledAgainButMayBeDeclaredAnew() throws Exception {
        cancel(original.batch(), "1", List.of("XP2"));

        var again = cancel(original.batch(), "2", List.of("XP2"));
        var anew = amend(original.batch(), null, "second.ndjson", german("XP2", "25.00"));

        assertThat(again.manifests().get(0).rejected()).isEqualTo(1);
        assertThat(declarations(anew, "EU-H7-MAN-1.xml")).contains("<FunctionCode>9</FunctionCode>");
        assertThat(report().get("totals").get(0).get("consignments").asLong()).isEqualTo(3);
        assertThat(verify()).isEmpty();
    }

    @Test
    void onlyACompletedBatchIsCorrectedAndOnlyWithACode() {
        assertThatThrownBy(() -> amend("B-20260814-00000000", null, "x.ndjson", german("XP1", "1.00")))
                .isInstanceOf(ClearException.class)
                .hasMessageContaining("there is no completed batch B-20260814-00000000");
        assertThatThrownBy(() -> amend(original.batch(), "a reason", "x.ndjson", german("XP1", "1.00")))
                .isInstanceOf(ClearException.class)
                .hasMessageContaining("--reason: 'a reason' is no code");
    }
}
