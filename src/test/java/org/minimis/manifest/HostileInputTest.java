package org.minimis.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minimis.manifest.TestManifests.HEADER;
import static org.minimis.manifest.TestManifests.findings;
import static org.minimis.manifest.TestManifests.line;
import static org.minimis.manifest.TestManifests.only;
import static org.minimis.manifest.TestManifests.read;
import static org.minimis.manifest.TestManifests.readCsv;
import static org.minimis.manifest.TestManifests.readJson;
import static org.minimis.manifest.TestManifests.row;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileInputTest {

    private static final byte[] BOM = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private static List<String> waybills(List<ManifestRecord> records) {
        return records.stream()
                .map(record -> record instanceof ManifestRecord.Readable readable
                        ? readable.consignment().houseWaybill().number()
                        : "!" + ((ManifestRecord.Unreadable) record).houseWaybill())
                .toList();
    }

    private static byte[] bytes(Object... parts) throws IOException {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.write(part instanceof byte[] raw ? raw : part.toString().getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    @Test
    void aBrokenLineIsOneRecordAndTheNextGoesOn() {
        var records = readJson(line("A") + "\n" + line("B").substring(0, 200) + "\n\n" + line("C"));

        assertThat(waybills(records)).containsExactly("A", "!B", "C");
        assertThat(findings(records.get(1))).contains("UNREADABLE_RECORD").contains("is not JSON from byte");
        assertThat(records.get(2).source().line()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "7",
                "{",
                "{}{}",
                "{\"manifest\":\"\u0001\"}",
                "{\"a\":[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]}"
            })
    void whatIsNoSingleObjectIsUnreadable(String text) {
        assertThat(findings(only(readJson(text)))).contains("UNREADABLE_RECORD");
    }

    @Test
    void byteOrderMarkAndCarriageReturnsDoNoHarm() throws IOException {
        var json = read(bytes(BOM, line("A"), "\r\n", line("B"), "\r\n"), ManifestFormat.NDJSON, null);
        var csv = read(
                bytes(BOM, (HEADER + row("A", "SHIRT OF COTTON") + row("B", "SHIRT OF COTTON")).replace("\n", "\r\n")),
                ManifestFormat.CSV,
                null);

        assertThat(waybills(json)).containsExactly("A", "B");
        assertThat(waybills(csv)).containsExactly("A", "B");
        assertThat(findings(csv.get(0))).isEmpty();
    }

    @Test
    void bytesThatAreNotUtf8AreToldWithTheirPlace() throws IOException {
        var bad = new byte[] {(byte) 0xc0, (byte) 0x80};
        var json =
                read(bytes(line("A"), "\n", "{\"manifest\":\"", bad, "\"}\n", line("B")), ManifestFormat.NDJSON, null);
        var csv = read(
                bytes(HEADER, row("A", "SHIRT OF COTTON").trim(), bad, "\n", row("B", "SHIRT OF COTTON")),
                ManifestFormat.CSV,
                null);

        assertThat(waybills(json)).containsExactly("A", "!null", "B");
        assertThat(findings(json.get(1))).contains("byte 14 of this line is not UTF-8");
        assertThat(waybills(csv)).containsExactly("!A", "B");
        assertThat(findings(csv.get(0))).contains("is not UTF-8");
    }

    @Test
    void nulAndOtherControlCharactersAreFindings() {
        assertThat(findings(only(readJson(line("A").replace("M1", "M\u0000"))))).contains("is NUL");
        assertThat(findings(only(readJson(line("A").replace("COTTON", "COT\\u0007TON")))))
                .contains("INVALID_FIELD goods[0].description: the text has control characters");
        assertThat(findings(only(readJson(line("A").replace("COTTON", "COT\\ud800TON")))))
                .contains("INVALID_FIELD goods[0].description");
        assertThat(waybills(readCsv(HEADER + row("A", "SHIRT\u0000 OF COTTON"))))
                .containsExactly("!A");
    }

    @Test
    void aLineOverTheLimitIsPassedOverUnread() {
        var fits = line("A") + " ".repeat(ByteWindow.RECORD_MAX - line("A").length());
        var tooLong = "{\"x\":\"" + "y".repeat(3 * ByteWindow.RECORD_MAX) + "\"}";

        assertThat(waybills(readJson(fits + "\n" + fits + " \n" + tooLong + "\n" + line("B"))))
                .containsExactly("A", "!null", "!null", "B");
        assertThat(waybills(readJson(tooLong))).containsExactly("!null");
        assertThat(waybills(readCsv(
                        HEADER + row("A", "SHIRT OF COTTON") + "\"" + tooLong + "\n" + row("B", "SHIRT OF COTTON"))))
                .containsExactly("A", "!null", "B");
    }

    @Test
    void hugeNumbersAreRefusedAtOnce() {
        assertThat(findings(only(readJson(line("A").replace("12.00", "1e1000000000")))))
                .contains("INVALID_FIELD");
        assertThat(findings(only(readJson(line("A").replace("12.00", "9".repeat(17))))))
                .contains("INVALID_FIELD");
        assertThat(findings(only(readJson(line("A").replace("\"12.00\"", "1e1000000000")))))
                .contains("JSON number");
        assertThat(findings(only(readJson(line("A").replace("\"pieces\":1", "\"pieces\":1" + "0".repeat(40))))))
                .contains("UNREADABLE_RECORD");
    }

    @Test
    void namesNeverComeIntoMessages() {
        var records = readJson(line("A").replace("\"JANE SAMPLE\"", "\"JANE CANARY\\u0001\"")
                + "\n" + line("B").replace("\"LEIPZIG\"", "\"CANARY " + "X".repeat(50) + "\"")
                + "\n" + line("C").replace("\"JANE SAMPLE\"", "\"JANE CANARY\",\"personType\":\"MRS CANARY\"")
                + "\n" + line("D").replace("JANE SAMPLE", "JANE CANARY").substring(0, 330));

        assertThat(records).hasSize(4).allMatch(record -> record instanceof ManifestRecord.Unreadable);
        assertThat(records).extracting(TestManifests::findings).noneMatch(found -> found.contains("CANARY"));
    }

    @Test
    void anyCutOfAManifestIsReadWithoutAnException() {
        var json = (line("A") + "\n" + line("B") + "\n").getBytes(StandardCharsets.UTF_8);
        var csv = (HEADER + row("A", "\"SHIRT, \"\"COTTON\"\"\nKNITTED\"") + row("A", "HAT OF WOOL"))
                .getBytes(StandardCharsets.UTF_8);

        for (var cut = 0; cut < json.length; cut++) {
            assertThat(read(java.util.Arrays.copyOf(json, cut), ManifestFormat.NDJSON, null))
                    .hasSizeLessThan(3);
        }
        for (var cut = HEADER.length(); cut < csv.length; cut++) {
            assertThat(read(java.util.Arrays.copyOf(csv, cut), ManifestFormat.CSV, null))
                    .hasSizeLessThan(4);
        }
    }
}
