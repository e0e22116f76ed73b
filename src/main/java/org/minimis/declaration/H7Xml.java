package org.minimis.declaration;

import org.jspecify.annotations.Nullable;
import org.minimis.assessment.Assessment;
import org.minimis.assessment.DeclaredItem;
import org.minimis.assessment.Outcome;
import org.minimis.consignment.Consignment;

/**
 * Writes an H7 declaration as a message of the WCO data model: the Union's H7, and the super reduced data set of the
 * Customs Declaration Service for Great Britain and Northern Ireland.
 *
 * <p>Duty and VAT are not in it: the message has no place for them, customs reckons them again. They stand in the JSON of
 * the same declaration. Law: Delegated Regulation (EU) 2015/2446, Annex B, column H7.
 */
final class H7Xml {

    private static final Tag EXPORTER = Tag.of("Exporter");
    private static final Tag IMPORTER = Tag.of("Importer");
    private static final Tag TOTAL_GROSS = Tag.of("TotalGrossMassMeasure", " unitCode=\"KGM\"");
    private static final Tag GROSS = Tag.of("GrossMassMeasure", " unitCode=\"KGM\"");
    private static final Tag DESCRIPTION = Tag.of("Description");
    private static final byte[] SHIPMENT = Utf8.bytes("<GoodsShipment><Consignment>");
    private static final byte[] CONSIGNMENT_END = Utf8.bytes("</Consignment>");
    private static final byte[] FREIGHT = Utf8.bytes("<CustomsValuation><FreightChargeAmount currencyID=\"");
    private static final byte[] FREIGHT_END = Utf8.bytes("</FreightChargeAmount></CustomsValuation>");
    private static final byte[] FISCAL = Utf8.bytes("<DomesticDutyTaxParty><ID>");
    private static final byte[] FISCAL_ROLE = Utf8.bytes("</ID><RoleCode>");
    private static final byte[] FISCAL_END = Utf8.bytes("</RoleCode></DomesticDutyTaxParty>");
    private static final byte[] ITEM = Utf8.bytes("<GovernmentAgencyGoodsItem><CustomsValueAmount currencyID=\"");
    private static final byte[] SEQUENCE = Utf8.bytes("</CustomsValueAmount><SequenceNumeric>");
    private static final byte[] SEQUENCE_END = Utf8.bytes("</SequenceNumeric>");
    private static final byte[] STATEMENT = Utf8.bytes("<AdditionalInformation><StatementCode>");
    private static final byte[] STATEMENT_END = Utf8.bytes("</StatementCode></AdditionalInformation>");
    private static final byte[] COMMODITY = Utf8.bytes("<Commodity>");
    private static final byte[] CODE = Utf8.bytes("<Classification><ID>");
    private static final byte[] CODE_END = Utf8.bytes("</Classification>");
    private static final byte[] MEASURE = Utf8.bytes("<GoodsMeasure>");
    private static final byte[] MEASURE_END = Utf8.bytes("</GoodsMeasure>");
    private static final byte[] COMMODITY_END = Utf8.bytes("</Commodity>");
    private static final byte[] ITEM_END = Utf8.bytes("</GovernmentAgencyGoodsItem>");
    private static final byte[] UCR = Utf8.bytes("<UCR><TraderAssignedReferenceID>");
    private static final byte[] UCR_END = Utf8.bytes("</TraderAssignedReferenceID></UCR></GoodsShipment>");
    private static final byte[] END = Utf8.bytes("</Declaration></md:MetaData>\n");

    private final Profile profile;
    private final Profile.Dataset dataset;
    private final byte[] head;
    private final byte[] amendingHead;
    private final byte[] agent;
    private final byte[] parties;
    private final byte[] location;
    private final byte[] classificationType;
    private final byte[] previousDocument;
    private final byte[] office;

    H7Xml(Profile profile, Profile.Dataset dataset, String state, Profile.Place place) {
        this.profile = profile;
        this.dataset = dataset;
        head = MessageXml.head(profile, state);
        amendingHead = AmendmentXml.head(head);
        agent = Utf8.bytes(MessageXml.agent(profile));
        parties = Utf8.bytes(MessageXml.transportAndDeclarant(profile));
        location = Utf8.bytes(MessageXml.goodsLocation(profile, place));
        classificationType =
                Utf8.bytes("</ID>" + MessageXml.element("IdentificationTypeCode", dataset.classification()));
        previousDocument = PreviousDocumentXml.start(profile);
        office = Utf8.bytes(
                dataset.officeIsDeclared()
                        ? "<PresentationOffice>" + MessageXml.element("ID", place.office()) + "</PresentationOffice>"
                        : "");
    }

    byte[] bytes(Outcome.Assessed assessed, String lrn, @Nullable Amendment amendment) {
        var consignment = assessed.consignment();
        var assessment = assessed.assessment();
        var out = Utf8.shared().raw(amendment == null ? head : amendingHead).plain(lrn);
        if (amendment == null) {
            MessageXml.typeAndItems(out, dataset.type(), assessment.items().size());
        } else {
            AmendmentXml.typeAndItems(out, amendment, assessment.items().size());
        }
        if (assessment.items().size() > 1) {
            out.element(TOTAL_GROSS, AmountText.mass(consignment.grossKg()));
        }
        out.raw(agent);
        AmendmentXml.write(out, amendment);
        out.raw(parties);
        PartyXml.write(out, EXPORTER, consignment.consignor());
        shipment(out, consignment, assessment);
        return out.raw(office).raw(END).toBytes();
    }

    private void shipment(Utf8 out, Consignment consignment, Assessment assessment) {
        out.raw(SHIPMENT).raw(location).raw(CONSIGNMENT_END);
        var transport = Particulars.transport(consignment);
        if (transport != null) {
            GoodsXml.amount(out, FREIGHT, transport, profile.form(), FREIGHT_END);
        }
        var fiscal = Particulars.fiscalReference(consignment, assessment, dataset);
        if (fiscal != null) {
            out.raw(FISCAL)
                    .xml(fiscal.number())
                    .raw(FISCAL_ROLE)
                    .xml(fiscal.role())
                    .raw(FISCAL_END);
        }
        for (var item : assessment.items()) {
            item(out, consignment, assessment, item);
        }
        PartyXml.write(out, IMPORTER, consignment.consignee());
        var master = consignment.carriage().masterWaybill();
        if (master != null && previousDocument.length > 0) {
            PreviousDocumentXml.write(out, previousDocument, profile, master);
        }
        out.raw(UCR).xml(consignment.houseWaybill().number()).raw(UCR_END);
    }

    private void item(Utf8 out, Consignment consignment, Assessment assessment, DeclaredItem item) {
        GoodsXml.amount(out, ITEM, item.intrinsicValue(), profile.form(), SEQUENCE);
        out.plain(Integer.toString(item.number())).raw(SEQUENCE_END);
        GoodsXml.documents(out, profile.documents(), consignment);
        var identifiers = dataset.productIdentifiers();
        if (identifiers != null && !assessment.acceptanceDate().isBefore(identifiers.from())) {
            GoodsXml.productIdentifiers(out, identifiers, item);
        }
        for (var statement : dataset.statements()) {
            out.raw(STATEMENT).xml(statement).raw(STATEMENT_END);
        }
        commodity(out, consignment, item, assessment.items().size());
        GoodsXml.procedures(out, dataset, Particulars.procedures(assessment, dataset));
        GoodsXml.packages(out, Particulars.packages(consignment, item));
        out.raw(ITEM_END);
    }

    private void commodity(Utf8 out, Consignment consignment, DeclaredItem item, int items) {
        out.raw(COMMODITY).element(DESCRIPTION, item.description());
        var code = item.commodityCode();
        if (code != null) {
            out.raw(CODE).plain(code.subheading()).raw(classificationType).raw(CODE_END);
        }
        // The manifest weighs the consignment: with several items its mass stands at the head, not shared out by guess.
        if (items == 1) {
            out.raw(MEASURE)
                    .element(GROSS, AmountText.mass(consignment.grossKg()))
                    .raw(MEASURE_END);
        }
        out.raw(COMMODITY_END);
    }
}
