package org.minimis.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One night of consignments as a file, made by {@code minimis generate}: the same bytes for the same seed.
 *
 * @param consignments how many
 */
record Night(Path file, long consignments) {

    /** The day whose law applies: the flat duty of the Union holds, and exchange rates are in the tables. */
    static final String ACCEPTED = "2026-09-15";

    /** The Union's own rates of that month are not in the tables. */
    static final String RATES = "market-unofficial";

    /** Makes the file where it is not there yet. */
    static Night of(Path folder, Path jar, long consignments, long seed, String ending)
            throws IOException, InterruptedException {
        var file = folder.resolve("night-%d-%d.%s".formatted(seed, consignments, ending))
                .toAbsolutePath();
        if (!Files.exists(file)) {
            var unfinished = file.resolveSibling("unfinished-" + file.getFileName());
            var command = List.of(
                    Java.launcher(),
                    "-jar",
                    jar.toString(),
                    "generate",
                    "--count",
                    Long.toString(consignments),
                    "--seed",
                    Long.toString(seed),
                    "--out",
                    unfinished.toString());
            if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
                throw new IOException("minimis generate failed");
            }
            Files.move(unfinished, file);
        }
        return new Night(file, consignments);
    }

    /** What is in it, in a sentence. Counted from the file, not taken from the generator's word. */
    String contents() throws IOException {
        var sql =
                "select count(*), sum(len(goods)) / count_if(len(goods) > 0), count(distinct destinationCountry) from read_json('"
                        + file
                        + "', format = 'newline_delimited', columns = {destinationCountry: 'VARCHAR', goods: 'JSON[]'})";
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return String.format(
                    Locale.ROOT,
                    "%,d consignments of %,d bytes, %.2f items in each that has goods, %d destinations",
                    row.getLong(1),
                    Files.size(file) / row.getLong(1),
                    row.getDouble(2),
                    row.getLong(3));
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /** What an operator types to clear it, with the launcher's own {@code options} before. */
    List<String> clear(Path jar, int threads, Path folder, List<String> options) {
        var command = new ArrayList<>(List.of(Java.launcher()));
        command.addAll(options);
        command.addAll(List.of(
                "-jar",
                jar.toString(),
                "clear",
                file.toString(),
                "--accepted",
                ACCEPTED,
                "--rates",
                RATES,
                "--threads",
                Integer.toString(threads),
                "--out",
                folder.resolve("out").toString(),
                "--db",
                "jdbc:h2:file:" + folder.resolve("data").resolve("minimis")));
        return command;
    }
}
