package org.minimis.batch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.minimis.assessment.Outcome;
import org.minimis.declaration.Amendment;
import org.minimis.declaration.DeclarationPiece;
import org.minimis.declaration.JoinedDeclarations;
import org.minimis.ledger.Declared;
import org.minimis.manifest.LineFeeds;
import org.minimis.manifest.ManifestFormat;
import org.minimis.manifest.ManifestReader;
import org.minimis.manifest.ManifestRecord;
import org.minimis.regime.Together;

/**
 * What the job {@code clear} asks of the trade: how manifests are read, what the law of the accepted day makes of a record,
 * how it is declared. Several workers ask at once.
 */
public interface Clearing {

    /**
     * Divides an unpacked manifest at consignment boundaries into slices of about {@code sliceBytes}.
     *
     * @throws IOException when it cannot be read as a manifest; this manifest fails, the night does not
     */
    Layout layout(Path file, String fileName, ManifestFormat format, long sliceBytes) throws IOException;

    /**
     * Likewise.
     *
     * @param counted the manifest's line feeds, with which it need not be read once more
     */
    default Layout layout(Path file, String fileName, ManifestFormat format, long sliceBytes, LineFeeds counted)
            throws IOException {
        return layout(file, fileName, format, sliceBytes);
    }

    /** Reads the records of a slice, or of what is left of it. Lines are counted by their line feeds. */
    ManifestReader open(SliceInfo slice) throws IOException;

    /**
     * A first reading of the house waybills: one call for each record that {@link #open} would give, in order, with the same
     * line. An implementation that parses less is faster.
     */
    default void screen(SliceInfo slice, Keys keys) throws IOException {
        try (var reader = open(slice)) {
            for (var read = reader.next(); read != null; read = reader.next()) {
                keys.record(houseWaybill(read), read.source().line());
            }
        }
    }

    /**
     * Gives the consignments of a slice that the law of the accepted day may take together with others, in order. It must
     * cost next to nothing where the law takes nothing together.
     */
    default void members(SliceInfo slice, Members members) throws IOException {}

    /** Both in one reading. */
    default void screen(SliceInfo slice, Keys keys, Members members) throws IOException {
        screen(slice, keys);
        members(slice, members);
    }

    /** What becomes of one record. */
    Outcome assess(ManifestRecord read);

    /** What becomes of one record among those that the law takes together with it. */
    default Outcome assess(ManifestRecord read, Together together) {
        return assess(read);
    }

    /** The declarations of one assessed consignment: one or more, each in its file. */
    List<DeclarationPiece> pieces(Outcome.Assessed assessed);

    /** Likewise, of a consignment whose declaration is corrected. */
    default List<DeclarationPiece> pieces(Outcome.Assessed assessed, Amendment amendment) {
        return pieces(assessed);
    }

    /** The messages that cancel the declaration of a house waybill: one or more, each in its file. */
    default List<DeclarationPiece> cancellation(Declared declared, String houseWaybill, Amendment amendment) {
        throw new UnsupportedOperationException("nothing is cancelled here");
    }

    /** Is that dataset declared many consignments at a time? */
    default boolean isBulk(String regime, String dataset) {
        return false;
    }

    /** The local reference number of a declaration. */
    default String lrn(LocalDate accepted, String regime, String manifest, String houseWaybill) {
        return houseWaybill;
    }

    /**
     * Begins a declaration file.
     *
     * @param file as its pieces name it, for example {@code EU-H7.xml}
     * @param manifest the carrier's number
     * @param out left open
     * @return takes the pieces and ends the file; it holds as many declarations, or fewer where they are bundled
     */
    JoinedDeclarations joining(String file, String manifest, OutputStream out) throws IOException;

    /** The office of a state that collects, at most eight characters. */
    String office(String regime, String state);

    /** SHA-256 of law, exchange rates and settings, in 64 hexadecimal digits. */
    String lawDigest();

    /** Keeps law, exchange rates and settings beside the batches, under their digest, where they are not kept yet. */
    default void keepLaw(Path out) throws IOException {}

    /** One line of {@code referred.ndjson} or {@code rejected.ndjson}, without its line feed, source line or file name. */
    byte[] json(Outcome outcome);

    /** The house waybill of a record, where one could be made out. */
    static @Nullable String houseWaybill(ManifestRecord read) {
        if (read instanceof ManifestRecord.Readable readable) {
            return readable.consignment().houseWaybill().number();
        }
        return ((ManifestRecord.Unreadable) read).houseWaybill();
    }

    /** Takes the key fields of the records of a slice. */
    @FunctionalInterface
    interface Keys {
        void record(@Nullable String houseWaybill, long line) throws IOException;
    }

    /** Takes consignments that the law may take together with others. */
    @FunctionalInterface
    interface Members {
        void take(Member member) throws IOException;
    }
}
