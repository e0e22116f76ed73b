package org.minimis.manifest;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.List;
import org.minimis.settings.ConfigException;
import org.minimis.settings.ConfigFolder;

/** A table of the settings: a header, then rows that are all as long. */
final class ReferenceCsv {

    /** One row, which knows where it stands. */
    record Row(String file, NamedCsvRecord cells) {

        String text(String column) {
            return cells.getField(column).strip();
        }

        ConfigException complaint(String message) {
            return new ConfigException(file + ":" + cells.getStartingLineNumber() + ": " + message);
        }
    }

    private ReferenceCsv() {}

    /** All rows of {@code name}, whose header must have {@code columns}. */
    static List<Row> rows(ConfigFolder folder, String name, String... columns) {
        var file = folder.shown(name);
        var rows = new ArrayList<Row>();
        try (var reader = CsvReader.builder().ofNamedCsvRecord(folder.text(name))) {
            for (var cells : reader) {
                for (var column : columns) {
                    if (cells.findField(column).isEmpty()) {
                        throw new ConfigException("%s:1: the column '%s' is missing; add it".formatted(file, column));
                    }
                }
                rows.add(new Row(file, cells));
            }
        } catch (de.siegmar.fastcsv.reader.CsvParseException e) {
            throw new ConfigException(file + ": this is not CSV with rows of one length; mend it");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return rows;
    }
}
