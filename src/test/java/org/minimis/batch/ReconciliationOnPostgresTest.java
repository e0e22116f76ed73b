package org.minimis.batch;

import org.junit.jupiter.api.extension.ExtendWith;
import org.minimis.ledger.TestDatabase;

@ExtendWith(TestDatabase.OnPostgres.class)
class ReconciliationOnPostgresTest extends ReconciliationTest {}
