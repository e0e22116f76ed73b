package org.minimis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minimis.ledger.Book;

/** Two hundred names that may stand in declarations, rejected records and their journals, and nowhere else, whatever goes wrong. */
class PrivateDataTest {

    private static final int NAMES = 200;
    private static final String CANARY = "KANARI";
    private static final String DAY = "2026-08-14";

    @TempDir
    Path folder;

    private final StringBuilder said = new StringBuilder();

    @BeforeEach
    void manifests() throws IOException {
        var in = Files.createDirectories(folder.resolve("in"));
        var ndjson = new StringBuilder();
        var csv = new StringBuilder();
        for (var i = 0; i < NAMES; i++) {
            if (i < 150) {
                ndjson.append(broken(i, record(i))).append('\n');
            } else {
                csv.append(i % 3 == 0 ? "\"XK" : "XK")
                        .append(i)
                        .append(",")
                        .append(CANARY)
                        .append(i)
                        .append('\n');
            }
        }
        Files.writeString(in.resolve("a.ndjson"), ndjson);
        Files.writeString(in.resolve("b.csv"), "houseWaybill,consigneeName\n" + csv);
        Files.writeString(in.resolve("d.csv"), "XK999," + CANARY + "999," + CANARY + " ROAD 1,ORT\n");
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(ndjson.toString().getBytes(StandardCharsets.UTF_8));
        }
        Files.write(in.resolve("c.ndjson.gz"), Arrays.copyOf(packed.toByteArray(), packed.size() / 2));
    }

    private static String record(int i) {
        return """
                {"manifest":"MAN-1","masterWaybill":"020-12345675","carrier":"XP","flight":"XP0207","arrivalAirport":"LEJ",\
                "arrival":"2026-08-14T04:30:00Z","channel":"EXPRESS","houseWaybill":"XK%1$d","type":"B2C","dispatchCountry":"CN",\
                "destinationCountry":"DE","consignor":{"name":"%2$sS%1$d","street":"%2$sT%1$d","city":"SHENZHEN","postcode":"518000","country":"CN"},\
                "consignee":{"name":"%2$s%1$d","street":"%2$sR%1$d","city":"%2$sC%1$d","postcode":"04103","country":"DE","personType":"NATURAL"},\
                "orderId":"O1","invoice":"I1","pieces":1,"grossKg":"0.85","incoterm":"DAP",\
                "goods":[{"description":"COTTON T-SHIRT, KNITTED, MENS","commodityCode":"610910","quantity":"2","unit":"PCE",\
                "value":{"amount":"10.00","currency":"EUR"},"netKg":"0.35","origin":"CN"}]}""".formatted(i, CANARY);
    }

    /** Each in another way, one in seven whole. */
    private static String broken(int i, String record) {
        var name = CANARY + i;
        return switch (i % 20) {
            case 1 -> record.substring(0, record.indexOf(name) + name.length());
            case 2 -> record.replace("\"name\":\"" + name, "\"name\":\"" + name + " AND MORE".repeat(20));
            case 3 -> record.replace("\"name\":\"" + name, "\"name\":\"" + name + "\\u0007");
            case 4 -> record.replace("\"personType\"", "\"nickname\":\"" + name + "\",\"personType\"");
            case 5 -> record.replace("\"postcode\":\"04103\"", "\"postcode\":\"" + name + " IS NO POSTCODE AT ALL\"");
            case 6 -> record.replace("\"name\":\"" + name + "\"", "\"name\":{\"first\":\"" + name + "\"}");
            case 7 -> record.replace("\"name\":\"" + name + "\"", "\"name\":[\"" + name + "\"]");
            case 8 ->
                record.replace("\"country\":\"DE\",\"personType\"", "\"country\":\"" + name + "\",\"personType\"");
            case 9 -> record.replace("\"10.00\"", "\"100000.00\"");
            case 10 -> record.replace("\"0.85\"", "\"none\"");
            case 11 -> record.replace("\"houseWaybill\":\"XK" + i, "\"houseWaybill\":\"XK0");
            case 12 -> record.replace("\"DE\",\"consignor\"", "\"ZZ\",\"consignor\"");
            case 13 -> record.replace("\"" + name + "\"", "\"" + name);
            case 14 -> record.replace("\"personType\":\"NATURAL\"", "\"personType\":\"" + name + "\"");
            case 15 -> record + record;
            case 16 -> record.replace("\"personType\"", "\"" + name + "\":1,\"personType\"");
            case 17 -> record.replace("\"pieces\"", "\"" + name + "\":\"" + name + "\",\"pieces\"");
            default -> record;
        };
    }

    private Session run(String... args) {
        var error = System.err;
        var log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            var session = Session.run(args);
            said.append(session.out()).append(session.err()).append(log.toString(StandardCharsets.UTF_8));
            return session;
        } finally {
            System.setErr(error);
        }
    }

    private Session run(String command, List<String> args) {
        var all = new ArrayList<>(
                List.of(command, "--out", folder.resolve("out").toString(), "--db", Session.db(folder)));
        all.addAll(args);
        return run(all.toArray(String[]::new));
    }

    @Test
    void noNameLeavesDeclarationsRejectedRecordsAndJournals() throws Exception {
        var in = folder.resolve("in").toString();
        var cleared = run("clear", List.of(in, "--accepted", DAY));
        assertThat(cleared.exitCode()).isEqualTo(4);
        assertThat(cleared.out()).contains("150 records");
        var manifest = folder.resolve("in/a.ndjson").toString();
        run("verify", List.of(folder.resolve("out").toString()));
        run("find", List.of("XK0"));
        run("explain", List.of("XK0"));
        run("report", List.of());
        run("check", manifest);
        run("check", folder.resolve("in/b.csv").toString());
        run("check", folder.resolve("in/d.csv").toString());
        run("check", folder.resolve("in/c.ndjson.gz").toString());
        run("assess", manifest, "--accepted", DAY, "--explain");

        assertThat(said.toString().lines().filter(PrivateDataTest::names)).isEmpty();
        assertThat(database().lines().filter(PrivateDataTest::names)).isEmpty();
        assertThat(filesWithNames())
                .isNotEmpty()
                .allMatch(name -> name.matches(".*/(declarations|rejected)/[^/]+|.*/journal/\\d+-\\d+\\.journal"));
    }

    @Test
    void afterAPurgeNoNameIsKeptAndTheBatchStillVerifies() throws Exception {
        var lines = new ArrayList<>(Files.readAllLines(folder.resolve("in/a.ndjson")));
        Files.writeString(folder.resolve("in/a.ndjson"), String.join("\n", lines) + "\n");
        var cleared = run("clear", List.of(folder.resolve("in/a.ndjson").toString(), "--accepted", DAY));
        assertThat(cleared.exitCode()).isZero();
        var before = run("report", List.of()).out();

        assertThat(run("purge", List.of("--before", DAY)).out()).isEmpty();
        assertThat(filesWithNames()).isNotEmpty();
        assertThat(run("purge", List.of("--before", "2026-08-15")).out()).contains("is purged");

        assertThat(filesWithNames()).isEmpty();
        assertThat(run("report", List.of()).out()).isEqualTo(before);
        var verified = run("verify", List.of(folder.resolve("out").toString()));
        assertThat(verified.out()).contains(": purged of names and addresses", "0 differences");
        assertThat(verified.exitCode()).isZero();
        Files.delete(folder.resolve("in/a.ndjson"));
        assertThat(run("verify", List.of(folder.resolve("out").toString())).exitCode())
                .isZero();
        try (var book = Book.open(Session.db(folder));
                var connection = book.connection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("update assessed set duty = duty + 100 where house_waybill = 'XK0'");
        }
        assertThat(run("verify", List.of(folder.resolve("out").toString())).exitCode())
                .isEqualTo(5);
    }

    private static boolean names(String text) {
        return text.contains(CANARY);
    }

    private String database() throws Exception {
        var dump = new StringBuilder();
        try (var book = Book.open(Session.db(folder));
                var connection = book.connection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("script")) {
            while (rows.next()) {
                dump.append(rows.getString(1)).append('\n');
            }
        }
        assertThat(dump).contains("INSERT INTO \"PUBLIC\".\"ASSESSED\"");
        return dump.toString();
    }

    private List<String> filesWithNames() throws IOException {
        var found = new ArrayList<String>();
        try (var all = Files.walk(folder)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                if (!file.startsWith(folder.resolve("in"))
                        && names(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))) {
                    found.add(file.toString());
                }
            }
        }
        return found;
    }
}
