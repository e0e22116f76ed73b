package org.minimis.declaration;

import org.minimis.assessment.DeclaredItem;
import org.minimis.assessment.Outcome;
import org.minimis.consignment.Carriage;
import org.minimis.consignment.Consignment;

/**
 * Writes what one consignment adds to a bulk import declaration (BIRDS): its goods items without their numbers, and what
 * its bundle has to know. {@link BirdsBundleXml} puts bundles of at most 999 items together.
 *
 * <p>A piece is a row of fields with {@link #SEPARATOR} between them, a character that no XML may hold: see
 * {@link BirdsPiece} for their order.
 */
final class BirdsXml {

    static final char SEPARATOR = 0x1e;

    private static final Tag EXPORTER = Tag.of("Exporter");
    private static final Tag DESCRIPTION = Tag.of("Description");
    private static final Tag GROSS = Tag.of("GrossMassMeasure", " unitCode=\"KGM\"");
    private static final Tag NET = Tag.of("NetNetWeightMeasure", " unitCode=\"KGM\"");
    private static final byte[] ARRIVAL = Utf8.bytes("<ArrivalTransportMeans><ID>");
    private static final byte[] ARRIVAL_TYPE = Utf8.bytes("</ID><IdentificationTypeCode>");
    private static final byte[] ARRIVAL_END = Utf8.bytes("</IdentificationTypeCode></ArrivalTransportMeans>");
    private static final byte[] COMMODITY = Utf8.bytes("<Commodity>");
    private static final byte[] MEASURE = Utf8.bytes("<GoodsMeasure>");
    private static final byte[] MEASURE_END = Utf8.bytes("</GoodsMeasure>");
    private static final byte[] PRICE = Utf8.bytes("<InvoiceLine><ItemChargeAmount currencyID=\"");
    private static final byte[] PRICE_END = Utf8.bytes("</ItemChargeAmount></InvoiceLine></Commodity>");

    private final Profile profile;
    private final Profile.Dataset dataset;
    private final Profile.Bulk bulk;
    private final byte[] previousDocument;

    BirdsXml(Profile profile, Profile.Dataset dataset, Profile.Bulk bulk) {
        this.profile = profile;
        this.dataset = dataset;
        this.bulk = bulk;
        previousDocument = PreviousDocumentXml.start(profile);
    }

    byte[] bytes(Outcome.Assessed assessed) {
        var consignment = assessed.consignment();
        var assessment = assessed.assessment();
        var exporterCountry = consignment.consignor().country();
        var dispatch = consignment.dispatchCountry();
        var out = Utf8.shared();
        out.plain(assessment.acceptanceDate().toString()).raw(SEPARATOR);
        out.plain(consignment.houseWaybill().number()).raw(SEPARATOR);
        out.plain(assessment.state()).raw(SEPARATOR);
        arrival(out, consignment.carriage());
        previousDocument(out.raw(SEPARATOR), consignment.carriage());
        out.raw(SEPARATOR).plain(exporterCountry == null ? "" : exporterCountry.code());
        PartyXml.write(out.raw(SEPARATOR), EXPORTER, consignment.consignor());
        out.raw(SEPARATOR).plain(dispatch == null ? "" : dispatch.code()).raw(SEPARATOR);
        out.plain(AmountText.mass(consignment.grossKg())).raw(SEPARATOR);
        out.plain(Integer.toString(consignment.pieces()));
        for (var item : assessment.items()) {
            item(out, assessed, item);
        }
        return out.toBytes();
    }

    private void arrival(Utf8 out, Carriage carriage) {
        var flight = carriage.flight();
        if (flight != null) {
            out.raw(ARRIVAL)
                    .xml(flight)
                    .raw(ARRIVAL_TYPE)
                    .xml(bulk.flightType())
                    .raw(ARRIVAL_END);
        }
    }

    private void previousDocument(Utf8 out, Carriage carriage) {
        var master = carriage.masterWaybill();
        if (master != null && previousDocument.length > 0) {
            PreviousDocumentXml.write(out, previousDocument, profile, master);
        }
    }

    /** Three fields: what stands before the statement that there are several exporters, before and after the country. */
    private void item(Utf8 out, Outcome.Assessed assessed, DeclaredItem item) {
        var consignment = assessed.consignment();
        out.raw(SEPARATOR);
        GoodsXml.document(out, bulk.document(), bulk.reference(), null);
        GoodsXml.document(
                out,
                profile.documents().houseWaybill(),
                consignment.houseWaybill().number(),
                null);
        out.raw(SEPARATOR);
        commodity(out, consignment, item, assessed.assessment().items().size());
        out.raw(SEPARATOR);
        GoodsXml.procedures(out, dataset, Particulars.procedures(assessed.assessment(), dataset));
        GoodsXml.packages(out, Particulars.packages(consignment, item));
    }

    private void commodity(Utf8 out, Consignment consignment, DeclaredItem item, int items) {
        var net = item.netKg();
        out.raw(COMMODITY).element(DESCRIPTION, item.description());
        if (items == 1 || net != null) {
            out.raw(MEASURE);
            // With several items the manifest's gross mass is in the bundle's total only.
            out.element(GROSS, items == 1 ? AmountText.mass(consignment.grossKg()) : null);
            out.element(NET, net == null ? null : AmountText.mass(net));
            out.raw(MEASURE_END);
        }
        GoodsXml.amount(out, PRICE, item.intrinsicValue(), profile.form(), PRICE_END);
    }
}
