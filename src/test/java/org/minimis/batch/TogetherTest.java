package org.minimis.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minimis.finding.Finding;
import org.minimis.ledger.FailPoints;
import org.minimis.settings.ConfigFolder;

/** Singapore relieves SGD 400 for one consignee and flight, the United States gifts of USD 100 for one person and day. */
class TogetherTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final LawClearing LAW = new LawClearing(ConfigFolder.of(Path.of("config")), LawChoices.NONE, DAY);
    private static final String LINE = """
            {"manifest":"%s","masterWaybill":"020-12345675","carrier":"XP","flight":"%s","arrivalAirport":"SIN",\
            "arrival":"2026-11-22T04:30:00Z","channel":"EXPRESS","houseWaybill":"%s","type":"%s","dispatchCountry":"CN",\
            "destinationCountry":"%s","consignor":{"name":"SHOP","street":"ROAD 1","city":"SHENZHEN","postcode":"518000","country":"CN"},\
            "consignee":{"name":"%s","street":"WAY 1","city":"TOWN","postcode":"%s","country":"%s","personType":"NATURAL"},\
            "pieces":1,"grossKg":"0.85","incoterm":"DAP","goods":[{"description":"COTTON T-SHIRT, KNITTED, MENS",\
            "commodityCode":"610910","quantity":"1","unit":"PCE","value":{"amount":"%s","currency":"%s"},"netKg":"0.35","origin":"CN"}]}
            """;

    @TempDir
    Path folder;

    private Path out;
    private String db;

    @BeforeEach
    void create() {
        out = folder.resolve("out");
        db = "jdbc:h2:file:" + folder.resolve("book");
    }

    private static String singapore(String houseWaybill, String flight, String name, String value) {
        return LINE.formatted("MAN-" + flight, flight, houseWaybill, "B2C", "SG", name, "409051", "SG", value, "SGD");
    }

    private static String gift(String houseWaybill, String type, String name, String value) {
        return LINE.formatted("MAN-US", "XP9", houseWaybill, type, "US", name, "10001", "US", value, "USD");
    }

    private static LawClearing law() {
        return LAW;
    }

    /** The law with reference numbers, for which the settings name no declarant in Singapore. */
    private static Clearing withReferences() {
        return (Clearing) Proxy.newProxyInstance(
                Clearing.class.getClassLoader(),
                new Class<?>[] {Clearing.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "lrn" -> "LRN";
                    case "isBulk" -> false;
                    default -> method.invoke(LAW, arguments);
                });
    }

    private ClearRequest request(int threads, long slice, String... manifests) throws IOException {
        var files = new ArrayList<Path>();
        for (var text : manifests) {
            var name = "m" + Integer.toHexString(text.hashCode()) + ".ndjson";
            files.add(Files.writeString(folder.resolve(name), text));
        }
        return new ClearRequest(files, DAY, out, db, threads, 2, slice);
    }

    private ClearResult run(ClearRequest request, Clearing clearing) {
        return new Clear(request, clearing, Night::report, Progress.NONE).clear();
    }

    private ClearResult clear(String... manifests) throws IOException {
        var result = run(request(2, 100_000, manifests), law());
        assertThat(result.exitCode()).isZero();
        return result;
    }

    /** The VAT of each consignment that a batch assessed. */
    private Map<String, String> vat(ClearResult result) {
        return Batches.read(db, connection -> {
            var vat = new TreeMap<String, String>();
            try (var query = connection.prepareStatement(
                    "select a.house_waybill, a.vat from assessment a join manifest m on m.id = a.id / 1099511627776"
                            + " where m.batch = ?")) {
                query.setString(1, result.batch());
                try (var rows = query.executeQuery()) {
                    while (rows.next()) {
                        vat.put(
                                rows.getString(1),
                                rows.getBigDecimal(2).setScale(2).toPlainString());
                    }
                }
            }
            return vat;
        });
    }

    private List<String> verify() {
        var lines = new ArrayList<String>();
        new Verification(out, db, Night::report, null).verify(Optional.empty(), lines::add);
        return lines;
    }

    /** What {@code explain} says: the findings of a consignment of the batch's only manifest. */
    private List<String> findings(ClearResult result, String houseWaybill) throws IOException {
        var plan = PlanJson.read(new BatchFolder(result.folder()).plan()).orElseThrow();
        var manifest = plan.manifests().get(0);
        var company = RecordedCompany.of(out, result.batch(), manifest.number());
        var messages = new ArrayList<String>();
        try (var reader = law().open(new SliceInfo(
                manifest.file(), manifest.fileName(), manifest.format(), 0, 0, manifest.bytes(), 1))) {
            for (var read = reader.next(); read != null; read = reader.next()) {
                if (houseWaybill.equals(Clearing.houseWaybill(read))) {
                    var source = read.source();
                    var outcome = law().assess(read, false, company.at(source.file(), source.line()));
                    outcome.findings().stream().map(Finding::message).forEach(messages::add);
                }
            }
        }
        return messages;
    }

    @Test
    void theManifestsOfOneNightAreTakenTogether() throws Exception {
        var result = clear(
                singapore("XP1", "SQ1", "Tan Wei", "250.00") + singapore("XP3", "SQ1", "LIM", "200.00"),
                singapore("XP2", "SQ1", "WEI, TAN", "200.00") + singapore("XP4", "SQ2", "Tan Wei", "400.00"));

        assertThat(vat(result)).isEqualTo(Map.of("XP1", "22.50", "XP2", "18.00", "XP3", "0.00", "XP4", "0.00"));
        assertThat(verify()).isEmpty();
        assertThat(findings(result, "XP1"))
                .containsExactly("cif_value of one consignee and flight, together with XP2: SGD 200.00 and its own"
                        + " SGD 250.00, in all SGD 450.00");
    }

    @Test
    void theLimitIsHeldAgainstTheSum() throws Exception {
        var result = clear(singapore("XP1", "SQ1", "ANN", "250.00")
                + singapore("XP2", "SQ1", "ANN", "149.99")
                + singapore("XP3", "SQ1", "BEN", "250.00")
                + singapore("XP4", "SQ1", "BEN", "150.00")
                + singapore("XP5", "SQ1", "CAT", "250.00")
                + singapore("XP6", "SQ1", "CAT", "150.01"));

        assertThat(vat(result))
                .containsEntry("XP2", "0.00")
                .containsEntry("XP4", "0.00")
                .containsEntry("XP6", "13.50");
    }

    @Test
    void whatAnEarlierBatchHoldsCountsAndIsNamedWithItsBatch() throws Exception {
        var first = clear(singapore("XP1", "SQ1", "TAN", "250.00"));
        var second = clear(singapore("XP2", "SQ1", "TAN", "200.00") + singapore("XP3", "SQ2", "TAN", "200.00"));

        assertThat(vat(first)).isEqualTo(Map.of("XP1", "0.00"));
        assertThat(vat(second)).isEqualTo(Map.of("XP2", "18.00", "XP3", "0.00"));
        assertThat(findings(second, "XP2"))
                .containsExactly("cif_value of one consignee and flight, together with XP1 (batch " + first.batch()
                        + "): SGD 250.00 and its own SGD 200.00, in all SGD 450.00");
        assertThat(verify()).isEmpty();
    }

    @Test
    void whatIsRejectedAsRepeatedDoesNotCount() throws Exception {
        var line = singapore("XP1", "SQ1", "TAN", "200.00");
        var first = clear(line + line + line.replace("200.00", "201.00"));
        var second = clear(line + singapore("XP2", "SQ1", "TAN", "200.00"));

        assertThat(vat(first)).isEqualTo(Map.of("XP1", "0.00"));
        assertThat(first.manifests().get(0).rejected()).isEqualTo(2);
        assertThat(vat(second)).isEqualTo(Map.of("XP2", "0.00"));
        assertThat(verify()).isEmpty();
    }

    @Test
    void giftsAreTakenTogetherWithGiftsAlone() throws Exception {
        var result = clear(gift("XP1", "C2C", "ANN", "60.00")
                + gift("XP2", "C2C", "ANN", "40.00")
                + gift("XP3", "B2C", "ANN", "500.00"));

        assertThat(findings(result, "XP1"))
                .containsExactly(
                        "goods_value of one person and day, together with XP2: USD 40.00 and its own USD 60.00,"
                                + " in all USD 100.00");
    }

    @Test
    void aConsignmentWithoutAnAddressIsComparedAlone() throws Exception {
        var result = clear(singapore("XP1", "SQ1", "TAN", "200.00")
                .replace("\"street\":\"WAY 1\",\"city\":\"TOWN\",\"postcode\":\"409051\",", ""));

        assertThat(findings(result, "XP1")).anyMatch(text -> text.endsWith("this consignment was compared alone"));
    }

    private static String[] night() {
        var manifests = new String[] {"", ""};
        for (var i = 0; i < 60; i++) {
            manifests[i % 2] += singapore("XP" + i, "SQ" + i % 3, "PERSON " + i % 5, (30 + i * 2) + ".10");
        }
        return manifests;
    }

    @Test
    void neitherThreadsNorSlicesNorTheOrderOfFilesMatter() throws Exception {
        var night = night();
        var expected = vat(clear(night));
        assertThat(expected.values()).contains("0.00").anyMatch(vat -> !vat.equals("0.00"));

        for (var slice : List.of(1L, 5_000L)) {
            out = folder.resolve("other" + slice);
            db = "jdbc:h2:file:" + folder.resolve("otherBook" + slice);
            var other = run(request(slice == 1 ? 1 : 4, slice, night[1], night[0]), law());

            assertThat(vat(other)).isEqualTo(expected);
            assertThat(verify()).isEmpty();
        }
    }

    @Test
    void aNightThatFailsAndIsTakenUpComesOutLikeAnother() throws Exception {
        var expected = vat(clear(night()));
        out = folder.resolve("other");
        db = "jdbc:h2:file:" + folder.resolve("otherBook");
        FailPoints.failFile(20);
        try {
            assertThatThrownBy(() -> run(request(2, 3000, night()), law())).isInstanceOf(ClearException.class);
            assertThat(FailPoints.hasFailed()).isTrue();
        } finally {
            FailPoints.failFile(0);
        }

        var result = run(request(1, 3000, night()), law());

        assertThat(vat(result)).isEqualTo(expected);
        assertThat(verify()).isEmpty();
    }

    @Test
    void manyKeysAreGoneThroughAPartAtATime() throws Exception {
        var result = clear(night());
        var batch = new BatchFolder(result.folder());
        var slices = List.of(new SliceName(1, 0), new SliceName(2, 0));

        var drafts = new Grouping(batch, null, 5).drafts(slices, slices);

        for (var slice : slices) {
            var again = Companions.of(drafts.get(slice).bytes(1, batch.members(slice)));
            assertThat(Companions.read(batch.together(slice)).differing(again)).isEmpty();
        }
    }

    @Test
    void aVerificationSeesThatCompanyWasTakenAway() throws Exception {
        var result = clear(singapore("XP1", "SQ1", "TAN", "250.00") + singapore("XP2", "SQ1", "TAN", "200.00"));
        var batch = new BatchFolder(result.folder());
        var slice = new SliceName(1, 0);
        Files.write(batch.together(slice), new Companions.Draft().bytes(1, batch.members(slice)));

        assertThat(verify())
                .anyMatch(line -> line.contains("line 1: it was taken together with other consignments"))
                .anyMatch(line -> line.contains("vat"));
    }

    @Test
    void whatAnAmendmentTakesThePlaceOfCountsNoMore() throws Exception {
        var first = clear(singapore("XP1", "SQ1", "TAN", "250.00") + singapore("XP2", "SQ1", "TAN", "200.00"));
        var request = request(1, 100_000, singapore("XP1", "SQ1", "TAN", "150.00"));

        var amended = run(new Amend(out, db).request(first.batch(), null, false, day -> request), withReferences());
        var later = clear(singapore("XP3", "SQ1", "TAN", "50.00"));

        assertThat(findings(amended, "XP1"))
                .anyMatch(message -> message.contains("together with XP2 (batch " + first.batch() + "): SGD 200.00"));
        assertThat(findings(later, "XP3"))
                .containsExactly("cif_value of one consignee and flight, together with XP1 (batch " + amended.batch()
                        + "), XP2 (batch " + first.batch()
                        + "): SGD 350.00 and its own SGD 50.00, in all SGD 400.00");
        assertThat(vat(later)).isEqualTo(Map.of("XP3", "0.00"));
    }

    @Test
    void noNameIsKeptAndWhatIsKeptIsPurged() throws Exception {
        var result = clear(singapore("XP1", "SQ1", "UNCOMMONNAME", "250.00"));
        var members = new BatchFolder(result.folder()).members(new SliceName(1, 0));
        assertThat(Files.readString(members, java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains("XP1")
                .doesNotContain("UNCOMMONNAME");

        new Purge(out, db).before(DAY.plusDays(1), batch -> {});

        assertThat(members).doesNotExist();
        assertThat(verify()).allMatch(line -> line.contains("purged of names"));
    }
}
