package org.minimis.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;

/** How long each step of a cleared night took, as the job's own repository remembers it. */
final class Steps {

    private static final String SQL = """
            select kind, count(*), datediff('millisecond', min(first_start), min(start_time)) / 1000.0,
                datediff('millisecond', min(start_time), max(end_time)) / 1000.0,
                sum(datediff('millisecond', start_time, end_time)) / 1000.0
            from (select regexp_replace(step_name, '[:\\-].*', ' of a slice') as kind, start_time, end_time,
                      (select min(start_time) from batch_step_execution) as first_start
                  from batch_step_execution)
            group by kind order by 3, 4
            """;

    private Steps() {}

    static void print(Path folder, PrintStream out) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("data/minimis"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery(SQL)) {
            out.printf(Locale.ROOT, "%n%-28s %6s %9s %9s %9s%n", "step", "how many", "begins s", "takes s", "sum s");
            while (rows.next()) {
                out.printf(
                        Locale.ROOT,
                        "%-28s %8d %9.2f %9.2f %9.2f%n",
                        rows.getString(1),
                        rows.getLong(2),
                        rows.getDouble(3),
                        rows.getDouble(4),
                        rows.getDouble(5));
            }
        }
    }
}
