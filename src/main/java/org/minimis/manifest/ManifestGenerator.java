package org.minimis.manifest;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.minimis.settings.ConfigFolder;

/** Writes synthetic manifests: real kinds of goods, invented people, the same bytes for the same options. */
public final class ManifestGenerator {

    private static final int WRITTEN_AT_ONCE = 1 << 16;

    private final ConfigFolder folder;
    private final GoodsMix mix;

    /** @throws org.minimis.settings.ConfigException when the mix of goods is missing or not whole */
    public ManifestGenerator(ConfigFolder folder) {
        this.folder = folder;
        this.mix = new GoodsMix(folder);
    }

    /**
     * Writes a file whose format and compression its name says.
     *
     * @throws ManifestException when the name says no format
     */
    public void write(GeneratorOptions options, Path file) throws IOException, ManifestException {
        var name = file.getFileName().toString();
        var format = Manifests.format(name)
                .orElseThrow(() -> new ManifestException(
                        name + ": this is no manifest by its name; end it with .ndjson or .csv, .gz behind it or not"));
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), WRITTEN_AT_ONCE);
                var packed = name.toLowerCase(Locale.ROOT).endsWith(".gz")
                        ? new GZIPOutputStream(out, WRITTEN_AT_ONCE)
                        : out) {
            write(options, format, packed);
        }
    }

    /** Writes to a stream, which stays open. */
    public void write(GeneratorOptions options, ManifestFormat format, OutputStream out) throws IOException {
        var night = new GeneratedNight(options, mix, options.world() ? new WorldTrade(folder) : new EuropeanTrade());
        var faults = new GeneratedFaults(options);
        var built = new StringBuilder(2 * WRITTEN_AT_ONCE);
        var text = new GeneratedText(built);
        if (format == ManifestFormat.CSV) {
            text.csvHeader();
        }
        for (var ordinal = 1L; ordinal <= options.count(); ordinal++) {
            var draft = night.next(ordinal);
            faults.spoil(draft);
            if (format == ManifestFormat.CSV) {
                text.csv(draft);
            } else {
                text.json(draft);
            }
            if (built.length() >= WRITTEN_AT_ONCE) {
                flush(built, out);
            }
        }
        flush(built, out);
        out.flush();
    }

    private static void flush(StringBuilder built, OutputStream out) throws IOException {
        out.write(built.toString().getBytes(StandardCharsets.UTF_8));
        built.setLength(0);
    }
}
