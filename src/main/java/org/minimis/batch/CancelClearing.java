package org.minimis.batch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.minimis.assessment.Outcome;
import org.minimis.consignment.HouseWaybill;
import org.minimis.declaration.Amendment;
import org.minimis.declaration.DeclarationPiece;
import org.minimis.declaration.JoinedDeclarations;
import org.minimis.finding.Finding;
import org.minimis.finding.Reason;
import org.minimis.finding.Source;
import org.minimis.ledger.Declared;
import org.minimis.ledger.PrivateFiles;
import org.minimis.manifest.ManifestFormat;
import org.minimis.manifest.ManifestReader;
import org.minimis.manifest.ManifestRecord;

/** Reads orders to cancel, where another clearing reads manifests; declares as that one does. */
public final class CancelClearing implements Clearing {

    private static final Finding ORDER =
            Finding.rejected(Reason.CONTRADICTION, "houseWaybill", "it is an order to cancel; clear it as one");

    private final Clearing law;
    private final String corrected;

    /** @param corrected the batch whose declarations are cancelled */
    public CancelClearing(Clearing law, String corrected) {
        this.law = law;
        this.corrected = corrected;
    }

    static Clearing orElse(Clearing law, Optional<Correction> correction) {
        return correction
                .filter(Correction::cancels)
                .<Clearing>map(one -> new CancelClearing(law, one.batch()))
                .orElse(law);
    }

    /**
     * Writes an order down, so that the batch can be recomputed from it like any other: a line for each house waybill, with the
     * batch and the reason behind tabs, so that it is no other order's.
     */
    public static Path order(Path out, String batch, String reason, List<String> houseWaybills) {
        var text = new StringBuilder();
        for (var houseWaybill : new TreeSet<>(houseWaybills)) {
            check(houseWaybill);
            text.append(houseWaybill)
                    .append('\t')
                    .append(batch)
                    .append('\t')
                    .append(reason)
                    .append('\n');
        }
        var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        var name = java.util.HexFormat.of().formatHex(WholeFile.sha256().digest(bytes));
        var file = out.resolve("orders").resolve(name + ".ndjson");
        try {
            PrivateFiles.folder(file.getParent());
            WholeFile.replace(file, bytes);
            return file;
        } catch (IOException e) {
            throw ClearException.outOfReach(file + ": the order cannot be written; check the disk", e);
        }
    }

    private static void check(String houseWaybill) {
        try {
            new HouseWaybill(houseWaybill);
        } catch (IllegalArgumentException e) {
            throw new ClearException(ClearException.USAGE, "--house-waybill: " + e.getMessage(), e);
        }
    }

    @Override
    public Layout layout(Path file, String fileName, ManifestFormat format, long sliceBytes) throws IOException {
        var slice = new SliceInfo(file, fileName, format, 0, 0, Files.size(file), 1);
        return new Layout("CANCEL-" + corrected, List.of(slice));
    }

    @Override
    public ManifestReader open(SliceInfo slice) throws IOException {
        var in = Files.newInputStream(slice.file());
        in.skipNBytes(slice.from());
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        return new ManifestReader() {
            private long offset = slice.from();
            private long line = slice.line();

            @Override
            public @Nullable ManifestRecord next() throws IOException {
                var order = lines.readLine();
                if (order == null) {
                    return null;
                }
                var houseWaybill = order.substring(0, order.indexOf('\t'));
                offset += order.getBytes(StandardCharsets.UTF_8).length + 1;
                var source = new Source(slice.fileName(), line++);
                return new ManifestRecord.Unreadable(houseWaybill, source, offset, List.of(ORDER));
            }

            @Override
            public void close() throws IOException {
                lines.close();
            }
        };
    }

    @Override
    public Outcome assess(ManifestRecord read) {
        throw new IllegalStateException("an order to cancel is not assessed");
    }

    @Override
    public List<DeclarationPiece> pieces(Outcome.Assessed assessed) {
        return law.pieces(assessed);
    }

    @Override
    public List<DeclarationPiece> cancellation(Declared declared, String houseWaybill, Amendment amendment) {
        return law.cancellation(declared, houseWaybill, amendment);
    }

    @Override
    public boolean isBulk(String regime, String dataset) {
        return law.isBulk(regime, dataset);
    }

    @Override
    public String lrn(java.time.LocalDate accepted, String regime, String manifest, String houseWaybill) {
        return law.lrn(accepted, regime, manifest, houseWaybill);
    }

    @Override
    public JoinedDeclarations joining(String file, String manifest, OutputStream out) throws IOException {
        return law.joining(file, manifest, out);
    }

    @Override
    public String office(String regime, String state) {
        return law.office(regime, state);
    }

    @Override
    public String lawDigest() {
        return law.lawDigest();
    }

    @Override
    public void keepLaw(Path out) throws IOException {
        law.keepLaw(out);
    }

    @Override
    public byte[] json(Outcome outcome) {
        return law.json(outcome);
    }
}
