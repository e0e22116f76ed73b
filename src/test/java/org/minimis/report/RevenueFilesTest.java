package org.minimis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minimis.golden.Golden;

class RevenueFilesTest {

    private static final String HOSTILE = "<script>\"'&=1";

    @TempDir
    Path folder;

    @Test
    void theFilesOfASmallBookAreAsTheyWere() throws SQLException, IOException {
        try (var book = smallBook()) {
            var report = RevenueReportTable.read(book.connection(), Selection.everything());

            Golden.compare("report/revenue.json", RevenueJson.text(report));
            Golden.compare("report/revenue.csv", RevenueCsv.text(report));
        }
    }

    @Test
    void theFilesOfAnEmptyBookSayThatThereIsNothing() throws SQLException, IOException {
        try (var book = new TestBook()) {
            var report = RevenueReportTable.read(book.connection(), Selection.everything());

            Golden.compare("report/empty.json", RevenueJson.text(report));
            assertThat(RevenueCsv.text(report).lines()).hasSize(1);
            assertThat(RevenueHtml.text(report, "1.0.0")).contains("nothing yet", "Every record was assessed.");
        }
    }

    @Test
    void anotherBatchManifestOrderOrFileNameDoesNotChangeAByte() throws SQLException, IOException {
        try (var one = new TestBook();
                var other = new TestBook()) {
            one.batch("b1", "2026-11-22", SampleBook.LAW).manifest("b1", "M-1");
            parcel(one).load().manifest("b1", "M-2");
            parcel(one).rejected("INVALID_FIELD").load();
            other.batch("b9", "2026-11-22", SampleBook.LAW).batch("b8", "2026-11-22", SampleBook.LAW);
            other.manifest("b8", "M-2").rejected("INVALID_FIELD");
            parcel(other).load().manifest("b9", "M-1");
            parcel(other).load();

            var files = write(one, "one");

            assertThat(write(other, "other")).isEqualTo(files);
        }
    }

    private static TestBook parcel(TestBook book) throws SQLException {
        return book.assessed("EU/DE/H7/IOSS", "DE004301", 3, "EUR", "20.00", "3.00", null, "0", null);
    }

    private List<String> write(TestBook book, String name) throws SQLException, IOException {
        var texts = new ArrayList<String>();
        for (var file : ReportFiles.write(book.connection(), Selection.everything(), folder.resolve(name))) {
            texts.add(file.getFileName() + Files.readString(file));
        }
        return texts;
    }

    @Test
    void nothingOfTheMachineOrTheRunIsInTheFiles() throws SQLException, IOException {
        try (var book = smallBook()) {
            for (var text : write(book, "files")) {
                assertThat(text).doesNotContain("/secret/", "night-1", "night-2", "ffffffff", "XP2");
            }
        }
    }

    @Test
    void theFilesAreWholeTheOwnersOnlyAndReplaceOlderOnes() throws SQLException, IOException {
        Files.writeString(folder.resolve("revenue.json"), "older");
        Files.writeString(folder.resolve(".revenue.json.tmp"), "torn");
        try (var book = smallBook()) {
            var files = ReportFiles.write(book.connection(), Selection.batch("night-1"), folder);

            assertThat(files)
                    .containsExactly(
                            folder.resolve("revenue.csv"),
                            folder.resolve("revenue.html"),
                            folder.resolve("revenue.json"));
            try (var left = Files.list(folder)) {
                assertThat(left).containsExactlyInAnyOrderElementsOf(files);
            }
            for (var file : files) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"})
    void aSpreadsheetIsGivenNoFormula(String text) {
        assertThat(RevenueCsv.cell(text)).isEqualTo("'" + text);
    }

    @Test
    void ordinaryTextIsLeftAlone() {
        assertThat(List.of(RevenueCsv.cell("H7"), RevenueCsv.cell("A=1"), RevenueCsv.cell(null)))
                .containsExactly("H7", "A=1", "");
    }

    @Test
    void aWorkbookHoldsAmountsAsExactNumbersAndCodesAsText() throws SQLException, IOException {
        try (var book = smallBook()) {
            var file = folder.resolve("revenue.xlsx");
            try (var out = Files.newOutputStream(file)) {
                RevenueXlsx.write(RevenueReportTable.read(book.connection(), Selection.everything()), out);
            }

            var sheets = new TreeMap<String, String>();
            try (var zip = new ZipFile(file.toFile())) {
                for (var entry : zip.stream().toList()) {
                    var bytes = zip.getInputStream(entry).readAllBytes();
                    sheets.put(entry.getName(), new String(bytes, StandardCharsets.UTF_8));
                }
            }
            assertThat(sheets.get("xl/worksheets/sheet1.xml"))
                    .contains("<v>31.60</v>", "<v>1234567.89</v>", "<v>1700</v>");
            assertThat(sheets.get("xl/sharedStrings.xml")).contains("DE004301", "&lt;script&gt;", "=M-2");
            assertThat(sheets.get("xl/workbook.xml")).contains("\"Totals\"", "\"Not assessed\"", "\"Law\"");
            assertThat(String.join("", sheets.values())).doesNotContain("<f>");
        }
    }

    @Test
    void namesThatLookLikeMarkupAreShownAsText() throws SQLException, IOException {
        try (var book = smallBook()) {
            var html = RevenueHtml.text(RevenueReportTable.read(book.connection(), Selection.everything()), "1.0.0");

            assertThat(html).contains("&lt;script&gt;\"'&amp;=1").doesNotContain(HOSTILE);
            assertThat(html.split("<script", -1))
                    .as("only the block of figures")
                    .hasSize(2);
            assertThat(html.split("</script", -1)).hasSize(2);
        }
    }

    @Test
    void thePageNamesNothingThatWouldBeFetched() throws SQLException, IOException {
        try (var book = SampleBook.fill(new TestBook(), 1)) {
            var html = RevenueHtml.text(RevenueReportTable.read(book.connection(), Selection.everything()), "1.0.0");

            assertThat(html)
                    .doesNotContain("http:", "https:", "src=", "<link", "url(", "@import", "onload")
                    .contains("default-src 'none'; style-src 'unsafe-inline'");
            assertThat(html.split("<h1", -1)).hasSize(2);
            assertThat(html.split("<table", -1)).hasSameSizeAs(html.split("<caption", -1));
        }
    }

    private static TestBook smallBook() throws SQLException, IOException {
        var book = new TestBook();
        book.batch("night-1", "2026-11-21", "a".repeat(64)).batch("night-2", "2026-11-22", "b".repeat(64));
        book.manifest("night-1", "M-1");
        parcel(book)
                .assessed("EU/FR/H7/STANDARD", "", 3, "EUR", "100.00", "3.00", "103.00", "20.60", HOSTILE + " 2.00");
        book.assessed("GB/GB/BIRDS/AT_SALE", "GB000084", 2, "GBP", "1234567.89", "0", null, "0", null);
        book.referred("OVER_CEILING", "EU", "DE", "H1", 4, "EUR", "151.00").rejected("MISSING_FIELD");
        book.load().manifest("night-2", "=M-2");
        parcel(book).assessed("JP/JP/IDA/" + HOSTILE, "-1", 3, "JPY", "12000", "500", "12500", "1200", null);
        book.assessed("EU/DE/DOCS/NONE", "DE004301", 1, "EUR", "0", "0", null, "0", null);
        return book.referred("NO_REGIME", null, null, null, 4, null, null).load();
    }
}
