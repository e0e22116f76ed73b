package org.minimis.regime;

import de.siegmar.fastcsv.reader.CsvReader;
import java.util.HashMap;
import java.util.Map;
import org.minimis.money.Rate;
import org.minimis.settings.ConfigException;
import org.minimis.settings.ConfigFolder;

/**
 * Third-country duty by subheading.
 *
 * <p>Only a single ad valorem rate is a rate; a range, a specific or a compound duty is a note, and refers.
 */
public final class Tariff {

    /**
     * What stands under a subheading.
     *
     * @param rate null where there is no single ad valorem rate
     * @param note the range or the kinds of duty there
     */
    public record Line(@org.jspecify.annotations.Nullable Rate rate, String note) {}

    private static final Line UNKNOWN = new Line(null, "the subheading is not in the tariff");

    private final String name;
    private final Map<String, Line> lines;

    private Tariff(String name, Map<String, Line> lines) {
        this.name = name;
        this.lines = lines;
    }

    static Tariff load(ConfigFolder folder, String name) {
        var file = "tariffs/" + name + ".csv";
        var lines = new HashMap<String, Line>();
        for (var row : CsvReader.builder().ofNamedCsvRecord(folder.text(file))) {
            var rate = row.getField("rate");
            try {
                lines.put(
                        row.getField("subheading"),
                        new Line(rate.isEmpty() ? null : Rate.parse(rate), row.getField("note")));
            } catch (IllegalArgumentException e) {
                throw new ConfigException(
                        "%s:%d: rate: %s".formatted(folder.shown(file), row.getStartingLineNumber(), e.getMessage()));
            }
        }
        return new Tariff(name, lines);
    }

    public String name() {
        return name;
    }

    public Line line(String subheading) {
        return lines.getOrDefault(subheading, UNKNOWN);
    }
}
