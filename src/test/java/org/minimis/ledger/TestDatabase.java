package org.minimis.ledger;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Where a test keeps its book: in a file of H2, or in PostgreSQL for a class that is extended with {@link OnPostgres}. */
public final class TestDatabase {

    private static boolean isPostgres;

    private TestDatabase() {}

    /** Are books at this moment in PostgreSQL? */
    public static boolean isPostgres() {
        return isPostgres;
    }

    /** @param file of a book of H2, without its ending */
    public static String url(Path file) {
        return isPostgres ? PostgresServer.get().database() : "jdbc:h2:file:" + file.toAbsolutePath();
    }

    /** The tests of the class have their books in a real PostgreSQL; skipped with a word where there is none. */
    public static final class OnPostgres implements BeforeEachCallback, AfterEachCallback {

        @Override
        public void beforeEach(ExtensionContext context) {
            PostgresServer.get();
            isPostgres = true;
        }

        @Override
        public void afterEach(ExtensionContext context) {
            isPostgres = false;
        }
    }
}
