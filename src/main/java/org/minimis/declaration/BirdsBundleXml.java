package org.minimis.declaration;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Puts bulk import declarations together: consignments in the manifest's order, at most 999 items each, a consignment never
 * torn apart. Holds one bundle in memory.
 *
 * <p>Several exporters are declared as {@code 00200} with the country of the first, and the statement {@code 00200 Various}
 * on each item, as HMRC's sample TT_IM073a shows.
 */
final class BirdsBundleXml implements JoinedDeclarations {

    private static final int ITEMS_MAX = 999;
    private static final byte[] ITEM = Utf8.bytes("<GovernmentAgencyGoodsItem><SequenceNumeric>");
    private static final byte[] SEQUENCE_END = Utf8.bytes("</SequenceNumeric>");
    private static final byte[] VARIOUS = Utf8.bytes("<AdditionalInformation><StatementCode>00200</StatementCode>"
            + "<StatementDescription>Various</StatementDescription></AdditionalInformation>");
    private static final byte[] ITEM_END = Utf8.bytes("</GovernmentAgencyGoodsItem>");

    private final Declarant declarant;
    private final Profile profile;
    private final Profile.Dataset dataset;
    private final Profile.Bulk bulk;
    private final String manifest;
    private final OutputStream out;
    private final List<BirdsPiece> bundle = new ArrayList<>();
    private int items;
    private int written;

    BirdsBundleXml(
            Declarant declarant,
            Profile profile,
            Profile.Dataset dataset,
            Profile.Bulk bulk,
            String manifest,
            OutputStream out) {
        this.declarant = declarant;
        this.profile = profile;
        this.dataset = dataset;
        this.bulk = bulk;
        this.manifest = manifest;
        this.out = out;
    }

    @Override
    public void add(byte[] bytes, int offset, int length) throws IOException {
        var piece = BirdsPiece.of(Arrays.copyOfRange(bytes, offset, offset + length));
        if (!bundle.isEmpty() && (items + piece.items() > ITEMS_MAX || !piece.belongsTo(bundle.get(0)))) {
            write();
        }
        bundle.add(piece);
        items += piece.items();
    }

    @Override
    public long end() throws IOException {
        if (!bundle.isEmpty()) {
            write();
        }
        out.write(Declarations.TAIL);
        return written;
    }

    private void write() throws IOException {
        written++;
        var text = new Utf8(1 << 16);
        head(text);
        shipment(text);
        text.plain("</Declaration></md:MetaData>\n");
        out.write(text.buffer(), 0, text.length());
        bundle.clear();
        items = 0;
    }

    private void head(Utf8 text) {
        var first = bundle.get(0);
        // The first house waybill is in the number: a second file under the same manifest number has other
        // declarations.
        var reference = written + " " + first.houseWaybill();
        text.raw(MessageXml.head(profile, first.state()))
                .plain(Lrn.of(first.acceptanceDate(), profile.regime(), manifest, reference));
        MessageXml.typeAndItems(text, dataset.type(), items);
        var gross = bundle.stream().map(BirdsPiece::grossKg).reduce(BigDecimal.ZERO, BigDecimal::add);
        var packages = bundle.stream().mapToLong(BirdsPiece::packages).sum();
        text.plain("<TotalGrossMassMeasure unitCode=\"KGM\">")
                .plain(AmountText.mass(gross))
                .plain("</TotalGrossMassMeasure><TotalPackageQuantity>")
                .plain(Long.toString(packages))
                .plain("</TotalPackageQuantity>");
        text.raw(Utf8.bytes(MessageXml.agent(profile) + "<AuthorisationHolder>"
                + MessageXml.element("ID", bulk.holder()) + MessageXml.element("CategoryCode", bulk.category())
                + "</AuthorisationHolder>" + MessageXml.transportAndDeclarant(profile)));
    }

    private void shipment(Utf8 text) {
        var first = bundle.get(0);
        var oneExporter = bundle.stream().allMatch(piece -> Arrays.equals(piece.exporter(), first.exporter()));
        text.raw(oneExporter ? first.exporter() : various(first.exporterCountry()));
        var place = declarant.place(profile, first.state());
        text.raw(Utf8.bytes("<GoodsShipment><Consignment>" + MessageXml.element("ContainerCode", bulk.container())))
                .raw(first.arrival())
                .raw(Utf8.bytes(MessageXml.goodsLocation(profile, place) + "</Consignment>"));
        var oneCountry =
                bundle.stream().allMatch(piece -> piece.dispatchCountry().equals(first.dispatchCountry()));
        if (oneCountry) {
            exportCountry(text, first.dispatchCountry());
        }
        items(text, oneExporter, oneCountry);
        text.raw(Utf8.bytes("<Importer>" + MessageXml.element("ID", bulk.importer()) + "</Importer>"))
                .raw(first.previousDocument())
                .plain("</GoodsShipment>");
        var office = MessageXml.element("ID", bulk.supervisingOffice());
        if (!office.isEmpty()) {
            text.raw(Utf8.bytes("<SupervisingOffice>" + office + "</SupervisingOffice>"));
        }
    }

    private void items(Utf8 text, boolean oneExporter, boolean oneCountry) {
        var number = 0;
        for (var piece : bundle) {
            for (var i = 0; i < piece.items(); i++) {
                text.raw(ITEM)
                        .plain(Integer.toString(++number))
                        .raw(SEQUENCE_END)
                        .raw(piece.item(i, 0));
                if (!oneExporter) {
                    text.raw(VARIOUS);
                }
                text.raw(piece.item(i, 1));
                if (!oneCountry) {
                    exportCountry(text, piece.dispatchCountry());
                }
                text.raw(piece.item(i, 2)).raw(ITEM_END);
            }
        }
    }

    private static void exportCountry(Utf8 text, String country) {
        if (!country.isEmpty()) {
            text.plain("<ExportCountry><ID>").plain(country).plain("</ID></ExportCountry>");
        }
    }

    private static byte[] various(String country) {
        return Utf8.bytes("<Exporter><Name>00200</Name><Address><CityName>00200</CityName>"
                + MessageXml.element("CountryCode", country.isEmpty() ? null : country)
                + "<Line>00200</Line><PostcodeID>00200</PostcodeID></Address></Exporter>");
    }
}
