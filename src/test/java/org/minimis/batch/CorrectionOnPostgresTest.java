package org.minimis.batch;

import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.minimis.ledger.TestDatabase;

/** Clears much under the real law: with {@code -Pcrash}. */
@EnabledIfSystemProperty(named = "crash", matches = ".+")
@ExtendWith(TestDatabase.OnPostgres.class)
class CorrectionOnPostgresTest extends CorrectionTest {}
