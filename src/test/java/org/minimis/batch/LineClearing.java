package org.minimis.batch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.minimis.assessment.Assessment;
import org.minimis.assessment.Category;
import org.minimis.assessment.Outcome;
import org.minimis.consignment.Carriage;
import org.minimis.consignment.Channel;
import org.minimis.consignment.Consignment;
import org.minimis.consignment.ConsignmentType;
import org.minimis.consignment.Country;
import org.minimis.consignment.HouseWaybill;
import org.minimis.consignment.Party;
import org.minimis.declaration.DeclarationPiece;
import org.minimis.declaration.JoinedDeclarations;
import org.minimis.finding.Finding;
import org.minimis.finding.Reason;
import org.minimis.finding.Source;
import org.minimis.manifest.ManifestFormat;
import org.minimis.manifest.ManifestReader;
import org.minimis.manifest.ManifestRecord;
import org.minimis.money.Amounts;

/**
 * A trade of one line a consignment, {@code XP1;DE;EUR;12.00}: duty 3, VAT a fifth, in France a fee of 1; over 150 it is
 * referred, a line that begins with ! is rejected, one that says BUG is a bug. A CSV has a header line before.
 */
class LineClearing implements Clearing {

    static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Party NOBODY = new Party(null, null, null, null, null, null, null);
    private static final String HEADER = "hawb;to;currency;value\n";

    @Override
    public Layout layout(Path file, String fileName, ManifestFormat format, long sliceBytes) throws IOException {
        var bytes = Files.readAllBytes(file);
        var start = format == ManifestFormat.CSV ? HEADER.length() : 0;
        var number = "MAN" + new String(bytes, start + 1, 1, StandardCharsets.UTF_8);
        var slices = new ArrayList<SliceInfo>();
        var line = format == ManifestFormat.CSV ? 2L : 1L;
        var from = start;
        var firstLine = line;
        for (var i = start; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                line++;
                if (i + 1 - from >= sliceBytes || i + 1 == bytes.length) {
                    slices.add(new SliceInfo(file, fileName, format, slices.size(), from, i + 1, firstLine));
                    from = i + 1;
                    firstLine = line;
                }
            }
        }
        return new Layout(number, slices);
    }

    @Override
    public ManifestReader open(SliceInfo slice) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(slice.file()));
        in.skipNBytes(slice.from());
        return new ManifestReader() {
            private long offset = slice.from();
            private long line = slice.line();

            @Override
            public @Nullable ManifestRecord next() throws IOException {
                if (offset == slice.to()) {
                    return null;
                }
                var text = new StringBuilder();
                for (var c = in.read(); c != '\n'; c = in.read()) {
                    text.append((char) c);
                }
                offset += text.length() + 1;
                return record(text.toString(), new Source(slice.fileName(), line++), offset);
            }

            @Override
            public void close() throws IOException {
                in.close();
            }
        };
    }

    private static ManifestRecord record(String text, Source source, long next) {
        if (text.startsWith("!")) {
            var finding = Finding.rejected(Reason.UNREADABLE_RECORD, "", "it is no record; write one");
            return new ManifestRecord.Unreadable(null, source, next, List.of(finding));
        }
        var parts = text.split(";");
        var carriage = new Carriage("MAN", null, null, null, null, null);
        var consignment = new Consignment(
                carriage,
                Channel.EXPRESS,
                new HouseWaybill(parts[0]),
                ConsignmentType.DOCUMENTS,
                null,
                new Country(parts[1]),
                null,
                NOBODY,
                NOBODY,
                List.of(),
                parts[2],
                parts[3],
                1,
                BigDecimal.ONE,
                null,
                null,
                null,
                List.of());
        return new ManifestRecord.Readable(consignment, source, next, List.of());
    }

    @Override
    public Outcome assess(ManifestRecord read) {
        if (read instanceof ManifestRecord.Unreadable unreadable) {
            return new Outcome.Rejected(unreadable.houseWaybill(), unreadable.findings());
        }
        var consignment = ((ManifestRecord.Readable) read).consignment();
        if ("BUG".equals(consignment.invoice())) {
            throw new IllegalStateException("a bug in the law");
        }
        var value = Amounts.of(consignment.orderId(), consignment.invoice());
        var state = consignment.destinationCountry().code();
        if (Amounts.number(value).compareTo(new BigDecimal("150")) > 0) {
            var finding = Finding.referred(Reason.OVER_CEILING, "goods", "it is over 150; lodge H1");
            return new Outcome.Referred(
                    consignment, Category.HIGH_VALUE, "EU", state, DAY, "H1", value, List.of(finding), List.of());
        }
        var fees = state.equals("FR")
                ? List.of(new Assessment.Fee("parcel", Amounts.of(consignment.orderId(), "1.00")))
                : List.<Assessment.Fee>of();
        var assessment = new Assessment(
                Category.LOW_VALUE_DUTIABLE,
                "EU",
                state,
                DAY,
                "H7",
                List.of(),
                "SPECIAL_ARRANGEMENTS",
                value.getCurrency(),
                value,
                value,
                Amounts.of(consignment.orderId(), "3.00"),
                value,
                value.multiply(new BigDecimal("0.2")),
                fees,
                List.of());
        return new Outcome.Assessed(consignment, assessment, List.of(), List.of());
    }

    @Override
    public List<DeclarationPiece> pieces(Outcome.Assessed assessed) {
        var text = "<d>" + assessed.consignment().houseWaybill() + "</d>";
        var file = "EU-H7." + (assessed.assessment().state().equals("FR") ? "json" : "xml");
        return List.of(new DeclarationPiece(file, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Its count stands at its end. */
    @Override
    public JoinedDeclarations joining(String file, String manifest, OutputStream out) throws IOException {
        out.write("<all>".getBytes(StandardCharsets.UTF_8));
        return new JoinedDeclarations() {
            private long count;

            @Override
            public void add(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
                count++;
            }

            @Override
            public long end() throws IOException {
                out.write(("</all of='" + count + "'>\n").getBytes(StandardCharsets.UTF_8));
                return count;
            }
        };
    }

    @Override
    public String office(String regime, String state) {
        return state + "000001";
    }

    @Override
    public String lawDigest() {
        return "0".repeat(64);
    }

    @Override
    public byte[] json(Outcome outcome) {
        var reason = outcome.findings().get(0).reason();
        var number = outcome.match(
                assessed -> assessed.consignment().houseWaybill().number(),
                referred -> referred.consignment().houseWaybill().number(),
                rejected -> rejected.houseWaybill());
        return (reason + " " + number).getBytes(StandardCharsets.UTF_8);
    }
}
