package org.minimis.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BookTest {

    @TempDir
    Path folder;

    @Test
    void theOptionsThatKeepCommitsAreAddedAndThoseGivenStay() {
        assertThat(BookAddress.withOptions("jdbc:h2:file:/data/minimis;LOCK_TIMEOUT=5"))
                .isEqualTo("jdbc:h2:file:/data/minimis;LOCK_TIMEOUT=5;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE"
                        + ";TRACE_LEVEL_FILE=0");
        assertThat(BookAddress.withOptions("jdbc:postgresql://host/minimis"))
                .isEqualTo("jdbc:postgresql://host/minimis");
    }

    @Test
    void theFileOfABookIsFoundHoweverItsAddressIsWritten() {
        var here = Path.of("").toAbsolutePath();
        assertThat(Book.file("jdbc:h2:file:data/minimis;X=1")).contains(here.resolve("data/minimis"));
        assertThat(Book.file("jdbc:h2:./data/minimis")).contains(here.resolve("data/minimis"));
        assertThat(Book.file("jdbc:h2:mem:minimis")).isEmpty();
        assertThat(Book.file("jdbc:postgresql://host/minimis")).isEmpty();
    }

    @Test
    void onlyTheOwnerMayLookIntoTheFolderOfTheBook() throws Exception {
        Assumptions.assumeTrue(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "no rights here");

        Book.open(url()).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("data"))))
                .isEqualTo("rwx------");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://host/minimis?password=secret",
                "jdbc:postgresql://host/minimis?user=me&PASSWORD=secret",
                "jdbc:postgresql://host/minimis?sslpassword=secret",
                "jdbc:postgresql://me:secret@host/minimis",
                "jdbc:oracle:thin:me/secret@host"
            })
    void anAddressThatHoldsAPasswordIsRefusedAndNotRepeated(String url) {
        assertThatThrownBy(() -> Book.open(url))
                .isInstanceOf(BookException.class)
                .hasMessageStartingWith("the address of the book ")
                .hasMessageContaining("; ")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aBookOutOfReachIsNamedWithoutItsOptions() {
        assertThatThrownBy(() -> Book.open("jdbc:postgresql://127.0.0.1:1/minimis?user=nobody"))
                .isInstanceOf(BookException.class)
                .hasMessage(
                        "jdbc:postgresql://127.0.0.1:1/minimis: the book cannot be opened; check the address, the server,"
                                + " and PGUSER with PGPASSWORD or a pgpass file");
    }

    @Test
    void aServerThatStartsAnewPassesABrokenStatementDoesNot() {
        assertThat(PassingFailures.isPassing(new BookException("", new SQLException("", "57P01"))))
                .isTrue();
        assertThat(PassingFailures.isPassing(new SQLException("", "08006"))).isTrue();
        assertThat(PassingFailures.isPassing(new SQLException("", "40001"))).isTrue();
        assertThat(PassingFailures.isPassing(new SQLException("", "42601"))).isFalse();
        assertThat(PassingFailures.isPassing(new SQLException("the disk is full", "53100")))
                .isFalse();
        assertThat(PassingFailures.isPassing(new IllegalStateException())).isFalse();
    }

    private String url() {
        return "jdbc:h2:file:" + folder.resolve("data/book");
    }

    @Test
    void whatFailsHalfwayLeavesNothing() {
        try (var book = Book.open(url())) {
            assertThatThrownBy(() -> book.write(connection -> {
                        new BatchTable(connection).add("B-1", LocalDate.of(2026, 11, 22), "0".repeat(64));
                        throw new IllegalStateException("halfway");
                    }))
                    .hasMessage("halfway");

            assertThat(list(book)).isEmpty();
        }
    }

    @Test
    void aBatchWithoutAnEndIsIncomplete() {
        try (var book = Book.open(url())) {
            book.write(connection -> new BatchTable(connection).add("B-1", LocalDate.of(2026, 11, 22), "0".repeat(64)));

            assertThat(list(book)).extracting(BatchTable.Row::ended).containsExactly("INCOMPLETE");
        }
    }

    private static List<BatchTable.Row> list(Book book) {
        return book.read(connection -> new BatchTable(connection).list());
    }
}
