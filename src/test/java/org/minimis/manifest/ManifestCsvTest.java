package org.minimis.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.minimis.manifest.TestManifests.HEADER;
import static org.minimis.manifest.TestManifests.findings;
import static org.minimis.manifest.TestManifests.only;
import static org.minimis.manifest.TestManifests.readCsv;
import static org.minimis.manifest.TestManifests.row;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestCsvTest {

    private static final String SHIRT = "SHIRT OF COTTON";
    private static final String HAT = "HAT OF WOOL FELT";

    private static void open(String text) throws Exception {
        var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        Manifests.open(in, "m.csv", ManifestFormat.CSV, null, TestManifests.REFERENCE)
                .close();
    }

    @Test
    void rowsOfOneHouseWaybillAreOneConsignment() {
        var records =
                readCsv(HEADER + row("A", SHIRT) + row("A", "\"HAT, \"\"FELT\"\"\r\nOF WOOL\"") + row("B", SHIRT));

        assertThat(records).hasSize(2);
        var first = (ManifestRecord.Readable) records.get(0);
        assertThat(first.consignment().goods()).hasSize(2);
        assertThat(first.consignment().goods().get(1).description()).isEqualTo("HAT, \"FELT\" OF WOOL");
        assertThat(first.source()).hasToString("m:2");
        assertThat(records.get(1).source()).hasToString("m:5");
    }

    @Test
    void rowsThatContradictEachOtherRejectTheWholeConsignment() {
        var record = only(readCsv(HEADER + row("A", SHIRT) + row("A", HAT).replace(",0.85,", ",0.95,")));

        assertThat(findings(record))
                .isEqualTo("rejected CONTRADICTION grossKg: line 3 says something else here than line 2; "
                        + "rows of one house waybill have to agree");
    }

    @Test
    void oneBadGoodsLineRejectsItsWholeConsignment() {
        var record = only(readCsv(HEADER + row("A", SHIRT) + row("A", HAT).replace("610910", "999999")));

        assertThat(record).isInstanceOf(ManifestRecord.Unreadable.class);
        assertThat(findings(record)).startsWith("rejected INVALID_FIELD goods[1].commodityCode: '999999'");
    }

    @Test
    void aBrokenRowBetweenRowsOfAConsignmentTakesItAlong() {
        var records = readCsv(HEADER + row("A", SHIRT) + "torn,row\n" + row("A", HAT) + row("B", SHIRT));

        assertThat(records).hasSize(2);
        assertThat(((ManifestRecord.Unreadable) records.get(0)).houseWaybill()).isEqualTo("A");
        assertThat(findings(records.get(0)))
                .isEqualTo("rejected UNREADABLE_RECORD line 3: this row has 2 cells, the header 18; "
                        + "put quotes around text that holds the delimiter");
    }

    @Test
    void aStrayQuoteSpoilsItsOwnLineOnly() {
        var records = readCsv(HEADER + row("A", "\"SHIRT") + row("B", SHIRT) + row("C", "5\" SHELF OF OAK"));

        assertThat(records).hasSize(3);
        assertThat(findings(records.get(0))).contains("the quotes of this row do not close");
        assertThat(findings(records.get(1))).isEmpty();
        assertThat(findings(records.get(2))).isEmpty();
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "value | wert | m.csv:1: the column 'wert' is not known; correct it or map it in a carrier profile",
                "value | quantity | m.csv:1: the column 'quantity' stands there twice; remove one",
                ",value | `` | m.csv:1: the header has no column for 'value'; add it or name a carrier profile",
                ", | ; | m.csv:1: the header has one column only; the delimiter may be ';' and not ',', say so in a carrier profile",
            })
    void aWrongHeaderFailsTheManifest(String was, String is, String message) {
        assertThatThrownBy(() -> open(HEADER.replace(was, is)))
                .isInstanceOf(ManifestException.class)
                .hasMessage(message);
    }

    @Test
    void withoutAHeaderNoDataAreQuoted() {
        assertThatThrownBy(() -> open("JANE CANARY,5 CANARY ROAD\n"))
                .isInstanceOf(ManifestException.class)
                .hasMessage("m.csv:1: none of the columns is known; the first row has to be a header, "
                        + "or name a carrier profile");
    }

    @Test
    void aTornRowNamesNobodyAsItsHouseWaybill() {
        var torn = only(readCsv(HEADER + "X,Y,CANARY,Z\n"));
        var whole = only(readCsv(HEADER + "X,Y,XP7,Z\n"));

        assertThat(((ManifestRecord.Unreadable) torn).houseWaybill()).isNull();
        assertThat(((ManifestRecord.Unreadable) whole).houseWaybill()).isEqualTo("XP7");
    }

    @Test
    void anEmptyFileFailsAndAHeaderAloneDoesNot() throws Exception {
        assertThatThrownBy(() -> open("")).isInstanceOf(ManifestException.class);
        assertThat(readCsv(HEADER)).isEmpty();
        open(HEADER);
    }

    @Test
    void aDecimalCommaWithoutAProfileIsToldWithItsRemedy() {
        assertThat(findings(only(readCsv(HEADER + row("A", SHIRT).replace("12.00", "\"12,50\"")))))
                .isEqualTo("rejected INVALID_FIELD goods[0].value: '12,50' has a decimal comma; "
                        + "write 12.50 or set decimal: ',' in the carrier profile");
    }

    @Test
    void aHouseWaybillHasAtMost9999Rows() {
        assertThat(only(readCsv(HEADER + row("A", SHIRT).repeat(9_999)))).isInstanceOf(ManifestRecord.Readable.class);
        assertThat(findings(only(readCsv(HEADER + row("A", SHIRT).repeat(10_000)))))
                .contains("more than 9999 rows");
    }
}
