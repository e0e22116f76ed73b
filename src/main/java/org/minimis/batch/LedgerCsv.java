package org.minimis.batch;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.minimis.ledger.PostingTable;
import org.minimis.ledger.TenThousandths;
import org.minimis.money.Amounts;
import org.minimis.report.RevenueCsv;

/** The journal entries of a batch as a table: one row a posting, debits above zero, credits below. */
final class LedgerCsv {

    static final String NAME = "ledger.csv";

    private LedgerCsv() {}

    static void write(List<PostingTable.Row> postings, OutputStream out) throws IOException {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer);
        csv.writeRecord("manifest", "narrative", "account", "currency", "amount");
        for (var row : postings) {
            csv.writeRecord(
                    RevenueCsv.cell(row.manifest()),
                    RevenueCsv.cell(row.narrative()),
                    row.account().toString(),
                    row.currency(),
                    Amounts.plain(TenThousandths.money(row.currency(), row.amount())));
        }
        csv.flush();
    }
}
