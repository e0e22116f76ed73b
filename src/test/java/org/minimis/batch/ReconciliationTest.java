package org.minimis.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReconciliationTest {

    private static final List<String> CHANGES = List.of(
            "update assessed set duty = duty + 100 where house_waybill = 'XA1'",
            "update assessed set vat = vat - 100 where house_waybill = 'XA1'",
            "update assessed set fees = 10000 where house_waybill = 'XA1'",
            "update declared set state = 'FR'",
            "delete from assessed where house_waybill = 'XA1'",
            "delete from excepted where house_waybill = 'XA4'",
            "update ground set outcome = 'rejected'",
            "update slice set rejected = rejected + 1, records = records + 1",
            "delete from posting where account like '%/vat'",
            "update posting set amount = amount + 0.01 where id = 1",
            "update posting set amount = -amount",
            "update published_file set declarations = 1 where manifest is not null",
            "update published_file set bytes = 1 where manifest is not null");

    @TempDir
    Path folder;

    private Night night;
    private ClearResult result;

    @BeforeEach
    void clear() throws IOException {
        night = new Night(folder);
        night.manifest("a.ndjson", Night.lines('A', 60));
        result = night.clear();
    }

    private List<String> differences() throws IOException, SQLException {
        try (var book = night.book();
                var connection = book.connection()) {
            return differences(connection);
        }
    }

    private List<String> differences(Connection connection) throws IOException, SQLException {
        var batch = new BatchFolder(result.folder());
        var plan = PlanJson.read(batch.plan()).orElseThrow();
        return new Reconciliation(batch, plan).differences(connection, plan.manifests());
    }

    @Test
    void whatNobodyTouchedBalances() throws Exception {
        assertThat(differences()).isEmpty();
    }

    @Test
    void anythingChangedInTheBookIsFound() throws Exception {
        try (var book = night.book();
                var connection = book.connection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (var change : CHANGES) {
                assertThat(statement.executeUpdate(change)).as(change).isPositive();

                assertThat(differences(connection)).as(change).isNotEmpty();
                connection.rollback();
            }
            assertThat(differences(connection)).isEmpty();
        }
    }

    @Test
    void anyByteChangedInAJournalIsFound() throws Exception {
        var journal = result.folder().resolve("journal/1-0.journal");
        var bytes = Files.readAllBytes(journal);
        try (var book = night.book();
                var connection = book.connection()) {
            for (var i = 0; i < bytes.length; i += 11) {
                var changed = bytes.clone();
                changed[i] ^= 1;
                Files.write(journal, changed);

                assertThat(differences(connection)).isNotEmpty();
            }
        }
    }

    @Test
    void aMissingDeclarationFileIsFound() throws Exception {
        Files.delete(result.folder().resolve("declarations/EU-H7-MANA.xml"));

        assertThat(differences())
                .containsExactly("manifest MANA: declarations/EU-H7-MANA.xml is missing or has another length than the"
                        + " book says");
    }

    @Test
    void loadingAndPublishingTwiceChangesNothing() throws Exception {
        var before = Night.files(result, true);
        try (var book = night.book()) {
            var batch = new BatchFolder(result.folder());
            var run =
                    new Run(night.request(1, 10, 500), new LineClearing(), (b, c, d) -> {}, Progress.NONE, batch, book);
            for (var slice : run.plan().manifest(1).slices()) {
                new Load(run).load(run.plan().manifest(1).name(slice));
            }
            publish(run);
        }

        assertThat(differences()).isEmpty();
        assertThat(Night.files(result, true)).isEqualTo(before);
    }

    private static void publish(Run run) throws IOException {
        var publish = new Publish(run);
        publish.join(1, slice -> true);
        publish.publish(1);
    }

    @Test
    void aPublishedFileThatSomebodyChangedIsNotOverwritten() throws Exception {
        var file = result.folder().resolve("declarations/EU-H7-MANA.xml");
        Files.writeString(file, "changed");
        try (var book = night.book()) {
            var batch = new BatchFolder(result.folder());
            var run =
                    new Run(night.request(1, 10, 500), new LineClearing(), (b, c, d) -> {}, Progress.NONE, batch, book);

            org.assertj.core.api.Assertions.assertThatThrownBy(() -> publish(run))
                    .isInstanceOfSatisfying(
                            ClearException.class, e -> assertThat(e.exitCode()).isEqualTo(5));
        }
        assertThat(Files.readString(file)).isEqualTo("changed");
    }
}
