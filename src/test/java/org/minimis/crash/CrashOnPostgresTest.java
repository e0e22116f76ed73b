package org.minimis.crash;

import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.minimis.ledger.TestDatabase;

/** {@code mvn -Pcrash test -Dtest=CrashOnPostgresTest}: the same kills with the book in a real PostgreSQL. */
@EnabledIfSystemProperty(named = "crash", matches = ".+")
@ExtendWith(TestDatabase.OnPostgres.class)
class CrashOnPostgresTest extends CrashTest {

    @Override
    String madeBook() {
        return "book-opened";
    }
}
