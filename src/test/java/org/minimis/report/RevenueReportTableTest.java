package org.minimis.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minimis.money.Amounts;

class RevenueReportTableTest {

    private TestBook book;

    @BeforeEach
    void threeNights() throws SQLException, IOException {
        book = new TestBook();
        for (var day = 20; day <= 22; day++) {
            var batch = "night-" + day;
            book.batch(batch, "2026-11-" + day, "a".repeat(64)).manifest(batch, "M-" + day);
            book.assessed("EU/DE/H7/STANDARD", "DE004301", 3, "EUR", "20.00", "3.00", "23.00", "4.37", "levy 2.00");
            book.assessed("EU/DE/H7/STANDARD", "DE004301", 3, "EUR", "0.01", "3.00", "3.01", "0.57", null);
            book.assessed("EU/DE/H7/IOSS", "DE004301", 3, "EUR", "50.00", "3.00", null, "0", null);
            book.assessed("GB/GB/BIRDS/AT_SALE", "GB000084", 2, "GBP", "10.00", "0", null, "0", null);
            book.referred("OVER_CEILING", "GB", "GB", "H1", 4, "GBP", "136.00");
            book.rejected("UNREADABLE_RECORD").load();
        }
    }

    @AfterEach
    void close() throws SQLException {
        book.close();
    }

    private RevenueReport read(Selection selection) throws SQLException {
        return RevenueReportTable.read(book.connection(), selection);
    }

    @ParameterizedTest(name = "from {0} to {1}: {2} records")
    @CsvSource({
        "2026-11-20, 2026-11-22, 18",
        "2026-11-21, 2026-11-22, 12",
        "2026-11-20, 2026-11-21, 12",
        "2026-11-21, 2026-11-21, 6",
        "2026-11-22, 2026-12-31, 6",
        "2026-11-23, 2026-12-31, 0",
        "2026-01-01, 2026-11-19, 0",
        ", 2026-11-20, 6",
        "2026-11-21, , 12",
        ", , 18"
    })
    void bothDaysOfASelectionBelongToIt(LocalDate from, LocalDate to, long records) throws SQLException {
        var report = read(Selection.accepted(from, to));

        assertThat(report.counts().records()).isEqualTo(records);
        assertThat(report.manifests()).hasSize((int) records / 6);
    }

    @Test
    void aBatchIsReportedAlone() throws SQLException {
        var report = read(Selection.batch("night-21"));

        assertThat(report.counts()).isEqualTo(new Counts(4, 1, 1));
        assertThat(report.acceptedFrom()).isEqualTo("2026-11-21").isEqualTo(report.acceptedTo());
    }

    @Test
    void aRegimeIsReportedAlone() throws SQLException {
        var report = read(Selection.everything().regime("EU"));

        assertThat(report.counts()).isEqualTo(new Counts(9, 0, 0));
        assertThat(report.totals()).hasSize(1);
        assertThat(report.fees()).hasSize(1);
    }

    @Test
    void figuresAddUpToTheCent() throws SQLException {
        var euros = read(Selection.everything()).totals().get(0);

        assertThat(euros.duty()).isEqualTo(Amounts.parse("EUR 27.00"));
        assertThat(euros.vat()).isEqualTo(Amounts.parse("EUR 14.82"));
        assertThat(euros.vatBase()).isEqualTo(Amounts.parse("EUR 78.03"));
        assertThat(euros.total()).isEqualTo(Amounts.parse("EUR 47.82"));
    }

    @Test
    void whereNoVatIsChargedAtImportThereIsNoVatBase() throws SQLException {
        var britain = read(Selection.everything().regime("GB")).totals().get(0);

        assertThat(britain.vatBase()).isNull();
    }

    @Test
    void everyRecordIsInACategoryOrAmongThoseWithout() throws SQLException {
        var categories = read(Selection.batch("night-20")).categories();

        assertThat(categories)
                .containsExactly(
                        new CategoryLine(1, Counts.NONE),
                        new CategoryLine(2, new Counts(1, 0, 0)),
                        new CategoryLine(3, new Counts(3, 0, 0)),
                        new CategoryLine(4, new Counts(0, 1, 0)),
                        new CategoryLine(0, new Counts(0, 0, 1)));
    }

    @Test
    void aCentThatTheLedgerLacksStopsTheReport() throws SQLException {
        book.run("update assessed set duty = duty + 100 where line = 2"
                + " and declared in (select id from declared where vat_scheme = 'IOSS')");

        assertThatThrownBy(() -> read(Selection.everything()))
                .isInstanceOf(UnbalancedBookException.class)
                .hasMessage("EU/DE/H7/IOSS/duty: the ledger holds EUR 9.00, the assessments EUR 9.03");
    }

    @Test
    void aPostingWithoutAssessmentStopsTheReport() throws SQLException {
        book.run("update posting set account = 'EU/FR/H7/IOSS/duty' where account = 'EU/DE/H7/IOSS/duty'");

        assertThatThrownBy(() -> read(Selection.everything())).isInstanceOf(UnbalancedBookException.class);
        assertThatThrownBy(() -> read(Selection.everything().regime("EU"))).isInstanceOf(UnbalancedBookException.class);
        assertThat(read(Selection.everything().regime("GB")).counts().records()).isEqualTo(6);
    }

    @Test
    void postingsThatDoNotBalanceStopTheReport() throws SQLException {
        book.run("update posting set amount = amount + 1 where account like '%IOSS/receivable' and amount > 0");

        assertThatThrownBy(() -> read(Selection.everything()))
                .isInstanceOf(UnbalancedBookException.class)
                .hasMessageStartingWith("the postings in EUR are out of balance by 3");
    }

    @Test
    void aRowThatIsMissingStopsTheReport() throws SQLException {
        book.run(
                "delete from excepted where id < ?"
                        + " and ground in (select id from ground where outcome = 'rejected')",
                2L << 40);

        assertThatThrownBy(() -> read(Selection.everything()))
                .isInstanceOf(UnbalancedBookException.class)
                .hasMessageStartingWith("manifest M-20: ");
    }
}
