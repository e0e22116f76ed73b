package org.minimis.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BookFromJournalsTest {

    static final List<String> TABLES = List.of(
            "select * from batch order by id",
            "select * from manifest order by id",
            "select * from slice order by id",
            "select * from assessment order by id",
            "select * from exception_record order by id",
            "select m.id, e.narrative, p.account, p.amount, p.currency from posting p join journal_entry e on e.id = p.entry"
                    + " join manifest m on m.id = e.manifest order by 1, 2, 3, 5",
            "select * from published_file order by batch, name",
            "select * from batch_end order by batch");

    @TempDir
    Path folder;

    private Night night;

    @BeforeEach
    void twoBatches() throws Exception {
        night = new Night(folder);
        night.manifest("a.ndjson", Night.lines('A', 120));
        night.manifest("b.ndjson", Night.lines('B', 7));
        night.clear();
        Files.delete(night.in.resolve("a.ndjson"));
        Files.delete(night.in.resolve("b.ndjson"));
        night.manifest("c.ndjson", Night.lines('C', 60));
        night.clear();
    }

    private List<String> rows() {
        try (var book = night.book()) {
            return book.read(connection -> {
                var rows = new ArrayList<String>();
                for (var table : TABLES) {
                    try (var statement = connection.createStatement();
                            var results = statement.executeQuery(table)) {
                        while (results.next()) {
                            var row = new StringBuilder();
                            for (var i = 1; i <= results.getMetaData().getColumnCount(); i++) {
                                row.append(results.getString(i)).append('|');
                            }
                            rows.add(row.toString());
                        }
                    }
                }
                return rows;
            });
        }
    }

    private void change(String sql) {
        try (var book = night.book()) {
            book.write(connection -> {
                try (var statement = connection.createStatement()) {
                    assertThat(statement.executeUpdate(sql)).isPositive();
                }
            });
        }
    }

    private BookFromJournals books() {
        return new BookFromJournals(night.out, night.db);
    }

    @Test
    void aBookThatIsGoneIsMadeAgainToTheSameRows() throws Exception {
        var before = rows();
        Files.delete(folder.resolve("data/book.mv.db"));

        assertThat(books().rebuild()).hasSize(2);

        assertThat(rows()).isEqualTo(before);
        assertThat(books().check()).allMatch(batch -> batch.differences().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update assessed set duty = duty + 100 where house_waybill = 'XA1'",
                "delete from excepted where house_waybill = 'XA4'",
                "delete from posting where account like '%/vat'",
                "delete from batch_end"
            })
    void whatWasChangedInTheBookIsFoundAndMendedFromTheJournals(String sql) {
        var before = rows();
        change(sql);
        assertThat(books().check()).anyMatch(batch -> !batch.differences().isEmpty());

        books().rebuild();

        assertThat(rows()).isEqualTo(before);
        assertThat(folder.resolve("data/book.before.mv.db")).exists();
    }

    @Test
    void whatTheDatabaseLostIsLoadedAgainAtTheNextStart() throws Exception {
        var before = rows();
        for (var lost : List.of(
                "delete from batch_end where batch in (select batch from manifest where id = 3)",
                "delete from published_file where batch in (select batch from manifest where id = 3)",
                "delete from posting where entry in (select id from journal_entry where manifest = 3)",
                "delete from journal_entry where manifest = 3",
                "delete from assessed where house_waybill like 'XC%'",
                "delete from slice where manifest = 3")) {
            change(lost);
        }
        Files.delete(night.in.resolve("c.ndjson"));
        night.manifest("d.ndjson", Night.lines('D', 3));
        var said = new ArrayList<String>();
        var progress = new Progress() {
            @Override
            public void say(String line) {
                said.add(line);
            }
        };

        new Clear(night.request(2, 10, 500), new LineClearing(), Night::report, progress).clear();

        assertThat(said).singleElement().asString().contains("the database had lost", "loaded again from its journals");
        assertThat(rows()).containsAll(before);
        assertThat(books().check()).allMatch(batch -> batch.differences().isEmpty());
    }

    @Test
    void aFolderThatDoesNotHoldTheBooksBatchesIsRefused() {
        var wrong = new BookFromJournals(folder.resolve("elsewhere"), night.db);

        assertThatThrownBy(wrong::rebuild)
                .isInstanceOfSatisfying(
                        ClearException.class, e -> assertThat(e.exitCode()).isEqualTo(2))
                .hasMessageContaining("is in the book, but not here");
    }

    @Test
    void aBookThatCannotBeOpenedIsPutAsideAndMadeAnew() throws SQLException, java.io.IOException {
        var before = rows();
        Files.write(folder.resolve("data/book.mv.db"), new byte[10_000]);

        books().rebuild();

        assertThat(rows()).isEqualTo(before);
    }
}
