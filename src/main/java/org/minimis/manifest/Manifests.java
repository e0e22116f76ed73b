package org.minimis.manifest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Opens manifests. */
public final class Manifests {

    private static final int NUMBER_SOUGHT_IN = 1_000;
    private static final int NUMBER_MAX = 35;

    private Manifests() {}

    /** The format that a file name announces, {@code .gz} taken off. */
    public static Optional<ManifestFormat> format(String fileName) {
        var name = fileName.toLowerCase(Locale.ROOT);
        var bare = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        for (var format : ManifestFormat.values()) {
            if (format.endings().stream().anyMatch(bare::endsWith)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /**
     * Opens a slice of a manifest.
     *
     * @param uncompressed the manifest's bytes
     * @param shownName the file as the operator named it, for findings
     * @param carrier how the carrier writes CSV; null for our own form
     * @param slice which bytes; its bounds must be record boundaries, as {@link Slices} and
     *     {@link ManifestRecord#nextOffset()} give them
     * @throws ManifestException when the header row is not to be understood
     */
    public static ManifestReader open(
            Path uncompressed,
            String shownName,
            ManifestFormat format,
            @Nullable CarrierProfile carrier,
            ReferenceData reference,
            Slice slice)
            throws IOException, ManifestException {
        if (format == ManifestFormat.NDJSON) {
            return new ManifestJson(text(uncompressed, shownName, slice), slice.firstLine(), shownName, reference);
        }
        var layout = layout(uncompressed, shownName, carrier);
        return new ManifestCsv(layout, groups(uncompressed, layout, slice), shownName, reference);
    }

    /** Takes the house waybill of a record, and the line on which it starts. */
    @FunctionalInterface
    public interface HouseWaybills {
        /** @param houseWaybill null where none can be made out */
        void record(@Nullable String houseWaybill, long line) throws IOException;
    }

    /**
     * Reads nothing but the house waybills of a slice: one for each record that {@link #open} gives, in the same order.
     *
     * @param destinations notes where consignments to some countries stand
     */
    public static void screen(
            Path uncompressed,
            String shownName,
            ManifestFormat format,
            @Nullable CarrierProfile carrier,
            Slice slice,
            HouseWaybills take,
            DestinationProbe destinations)
            throws IOException, ManifestException {
        if (format == ManifestFormat.NDJSON) {
            var plain = new PlainWaybill();
            try (var lines = new TextLines(window(uncompressed, slice), slice.firstLine())) {
                while (lines.next()) {
                    take.record(cleaned(plain.houseWaybill(lines)), lines.line());
                    destinations.line(lines);
                }
            }
            return;
        }
        var layout = layout(uncompressed, shownName, carrier);
        destinations.header(layout);
        try (var groups = groups(uncompressed, layout, slice)) {
            while (groups.next()) {
                take.record(cleaned(groups.houseWaybill()), groups.line());
                destinations.group(groups);
            }
        }
    }

    /** The same, where the destinations are of no interest. */
    public static void screen(
            Path uncompressed,
            String shownName,
            ManifestFormat format,
            @Nullable CarrierProfile carrier,
            Slice slice,
            HouseWaybills take)
            throws IOException, ManifestException {
        screen(uncompressed, shownName, format, carrier, slice, take, new DestinationProbe(Set.of()));
    }

    private static @Nullable String cleaned(@Nullable String houseWaybill) {
        var number = houseWaybill == null ? null : Texts.clean(houseWaybill);
        return number == null || number.isEmpty() ? null : number;
    }

    /** Opens a whole manifest. */
    public static ManifestReader open(
            Path uncompressed,
            String shownName,
            ManifestFormat format,
            @Nullable CarrierProfile carrier,
            ReferenceData reference)
            throws IOException, ManifestException {
        var whole = new Slice(0, 0, java.nio.file.Files.size(uncompressed), 1);
        return open(uncompressed, shownName, format, carrier, reference, whole);
    }

    /**
     * Opens a manifest that comes as a stream, such as standard input.
     *
     * @param format null to tell it by the first character: a brace begins JSON
     */
    public static ManifestReader open(
            InputStream stream,
            String shownName,
            @Nullable ManifestFormat format,
            @Nullable CarrierProfile carrier,
            ReferenceData reference)
            throws IOException, ManifestException {
        var in = new BufferedInputStream(stream);
        var known = format == null ? guess(in) : format;
        var window = new ByteWindow(in, 0, Long.MAX_VALUE);
        if (known == ManifestFormat.NDJSON) {
            ByteOrderMark.refuseOthers(window, shownName);
            ByteOrderMark.pass(window);
            return new ManifestJson(window, 1, shownName, reference);
        }
        var layout = CsvLayout.read(window, shownName, carrier);
        var rows = new CsvRows(window, layout.profile().delimiter(), layout.columns(), layout.rowsLine());
        return new ManifestCsv(layout, new CsvGroups(rows, layout.houseColumn()), shownName, reference);
    }

    /** The format that the first character tells: a brace begins JSON. */
    public static ManifestFormat guess(Path uncompressed) throws IOException {
        try (var in = new BufferedInputStream(java.nio.file.Files.newInputStream(uncompressed))) {
            return guess(in);
        }
    }

    private static ManifestFormat guess(BufferedInputStream in) throws IOException {
        in.mark(64);
        var first = in.read();
        while (first == ' ' || first == '\t' || first == '\r' || first == '\n') {
            first = in.read();
        }
        if (first == 0xef) {
            in.skipNBytes(2);
            first = in.read();
        }
        in.reset();
        return first == '{' || first == -1 ? ManifestFormat.NDJSON : ManifestFormat.CSV;
    }

    /**
     * The carrier's number of the manifest: from its first readable record, or else made of the file's name.
     *
     * @return 1 to 35 characters
     */
    public static String number(ManifestReader reader, String shownName) throws IOException {
        for (var i = 0; i < NUMBER_SOUGHT_IN; i++) {
            var record = reader.next();
            if (record == null) {
                break;
            }
            if (record instanceof ManifestRecord.Readable readable) {
                return readable.consignment().carriage().manifest();
            }
        }
        return slug(shownName);
    }

    /** A name of capitals, digits, hyphens and underscores, made of a file's name. */
    static String slug(String shownName) {
        var name = shownName.substring(Math.max(shownName.lastIndexOf('/'), shownName.lastIndexOf('\\')) + 1);
        var dot = name.indexOf('.', 1);
        var slug = (dot < 0 ? name : name.substring(0, dot))
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9_-]+", "-");
        return slug.isEmpty() ? "MANIFEST" : slug.substring(0, Math.min(NUMBER_MAX, slug.length()));
    }

    static CsvLayout layout(Path uncompressed, String shownName, @Nullable CarrierProfile carrier)
            throws IOException, ManifestException {
        try (var window = unmarked(uncompressed, new Slice(0, 0, Long.MAX_VALUE, 1))) {
            return CsvLayout.read(window, shownName, carrier);
        }
    }

    /** The groups of a slice; the header row, where the slice holds it, is passed over. */
    static CsvGroups groups(Path uncompressed, CsvLayout layout, Slice slice) throws IOException {
        var inside = slice.start() < layout.rowsStart()
                ? new Slice(
                        slice.ordinal(),
                        layout.rowsStart(),
                        Math.max(slice.end(), layout.rowsStart()),
                        layout.rowsLine())
                : slice;
        var rows = new CsvRows(
                window(uncompressed, inside), layout.profile().delimiter(), layout.columns(), inside.firstLine());
        return new CsvGroups(rows, layout.houseColumn());
    }

    /** A slice of lines, unless the manifest begins like no text of ours. */
    static ByteWindow text(Path uncompressed, String shownName, Slice slice) throws IOException, ManifestException {
        if (slice.start() == 0) {
            try (var start = unmarked(uncompressed, slice)) {
                ByteOrderMark.refuseOthers(start, shownName);
            }
        }
        return window(uncompressed, slice);
    }

    static ByteWindow window(Path uncompressed, Slice slice) throws IOException {
        var window = unmarked(uncompressed, slice);
        try {
            ByteOrderMark.pass(window);
            return window;
        } catch (IOException e) {
            window.close();
            throw e;
        }
    }

    private static ByteWindow unmarked(Path uncompressed, Slice slice) throws IOException {
        var channel = FileChannel.open(uncompressed, StandardOpenOption.READ);
        try {
            channel.position(slice.start());
            return new ByteWindow(Channels.newInputStream(channel), slice.start(), slice.end() - slice.start());
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }
}
