package org.minimis.manifest;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.minimis.consignment.Carriage;
import org.minimis.consignment.Channel;
import org.minimis.consignment.Consignment;
import org.minimis.consignment.ConsignmentType;
import org.minimis.consignment.HouseWaybill;
import org.minimis.consignment.MasterWaybill;
import org.minimis.consignment.Party;
import org.minimis.finding.Finding;
import org.minimis.finding.Reason;
import org.minimis.finding.Source;

/** Holds a draft against the rules of a manifest, and makes a consignment of it. */
final class Checks {

    private static final int NUMBER_MAX = 35;
    private static final int CARRIER_MAX = 17;
    private static final int PIECES_MAX = 99_999_999;

    private final Draft draft;
    private final FieldReader read;
    private final GoodsChecks goodsChecks;
    private final TaxIdChecks taxIdChecks;
    private final DraftHead carriageHead = new DraftHead(Field.ARRIVAL);
    private @Nullable Carriage lastCarriage;

    Checks(Draft draft, ReferenceData reference) {
        this.draft = draft;
        this.read = new FieldReader(draft, reference);
        this.goodsChecks = new GoodsChecks(draft, read, reference);
        this.taxIdChecks = new TaxIdChecks(draft);
    }

    /** The draft as a record of the manifest. */
    ManifestRecord record(Source source, long nextOffset) {
        var house = houseWaybill();
        var consignment = consignment(house);
        var findings = draft.findings().sorted();
        if (consignment == null) {
            return new ManifestRecord.Unreadable(house, source, nextOffset, findings);
        }
        return new ManifestRecord.Readable(consignment, source, nextOffset, findings);
    }

    /** The draft as an unreadable record, without a look at its fields. */
    ManifestRecord unreadable(Source source, long nextOffset) {
        var written = draft.get(Field.HOUSE_WAYBILL, 0);
        var house = written == null ? null : Texts.clean(written);
        var shown = house != null && HouseWaybill.isValid(house) ? house : null;
        return new ManifestRecord.Unreadable(
                shown, source, nextOffset, draft.findings().sorted());
    }

    private @Nullable String houseWaybill() {
        read.goTo(0);
        var number = read.text(Field.HOUSE_WAYBILL, NUMBER_MAX);
        if (!read.require(Field.HOUSE_WAYBILL, number, "write the house waybill's number")) {
            return null;
        }
        if (!HouseWaybill.isValid(number)) {
            read.refuse(Field.HOUSE_WAYBILL, "a house waybill has printable characters without blanks; mend it");
            return null;
        }
        return number;
    }

    private @Nullable Consignment consignment(@Nullable String house) {
        var carriage = carriage();
        var channel = read.word(Field.CHANNEL, Words.CHANNELS);
        read.require(Field.CHANNEL, channel, "write EXPRESS or POST");
        var type = read.word(Field.TYPE, Words.TYPES);
        read.require(Field.TYPE, type, "write B2C, B2B, C2C, DOCUMENTS or RETURN");
        var dispatch = read.country(Field.DISPATCH_COUNTRY);
        var destination = read.country(Field.DESTINATION_COUNTRY);
        read.require(Field.DESTINATION_COUNTRY, destination, "write the country of destination");
        var region = read.repeated(Field.DESTINATION_REGION, NUMBER_MAX);
        var consignor = party(Field.CONSIGNOR_NAME);
        var consignee = party(Field.CONSIGNEE_NAME);
        var taxIds = taxIdChecks.taxIds();
        var order = read.text(Field.ORDER_ID, NUMBER_MAX);
        var invoice = read.text(Field.INVOICE, NUMBER_MAX);
        var pieces = read.count(Field.PIECES, PIECES_MAX);
        read.require(Field.PIECES, pieces == 0 ? null : pieces, "write how many packages there are");
        var gross =
                type == ConsignmentType.DOCUMENTS ? read.number(Field.GROSS_KG) : read.numberAboveZero(Field.GROSS_KG);
        read.require(Field.GROSS_KG, gross, "write the gross mass in kilograms");
        var incoterm = read.code(Field.INCOTERM, 3, 3, false, "DAP");
        var freight = goodsChecks.charge(Field.FREIGHT_AMOUNT, Field.FREIGHT_CURRENCY);
        var insurance = goodsChecks.charge(Field.INSURANCE_AMOUNT, Field.INSURANCE_CURRENCY);
        var goods = goodsChecks.goods(type, destination, gross);
        if (house != null && channel == Channel.POST) {
            checkPostalNumber(house);
        }
        if (draft.findings().reject()) {
            return null;
        }
        return new Consignment(
                carriage,
                channel,
                new HouseWaybill(house),
                type,
                dispatch,
                destination,
                region,
                consignor,
                consignee,
                taxIds,
                order,
                invoice,
                pieces,
                gross,
                incoterm,
                freight,
                insurance,
                goods);
    }

    private void checkPostalNumber(String house) {
        if (CheckDigits.hasS10Form(house) && !CheckDigits.isS10(house)) {
            read.warn(
                    Field.HOUSE_WAYBILL,
                    Reason.DOUBTFUL_IDENTIFIER,
                    "'" + house + "' is a postal item's number with a wrong check digit; compare it with the label");
        }
    }

    /** All consignments of a flight share their carriage; the last one is remembered. */
    private @Nullable Carriage carriage() {
        if (lastCarriage != null && (draft.hasLastHead() || carriageHead.isThatOf(draft))) {
            return lastCarriage;
        }
        carriageHead.remember(draft);
        var manifest = read.text(Field.MANIFEST, NUMBER_MAX);
        read.require(Field.MANIFEST, manifest, "write the manifest's number");
        var master = masterWaybill();
        var carrier = read.text(Field.CARRIER, CARRIER_MAX);
        var flight = read.text(Field.FLIGHT, CARRIER_MAX);
        var airport = read.code(Field.ARRIVAL_AIRPORT, 3, 3, false, "LEJ");
        var arrival = arrival();
        lastCarriage = draft.findings().reject() || manifest == null
                ? null
                : new Carriage(manifest, master, carrier, flight, airport, arrival);
        return lastCarriage;
    }

    private @Nullable MasterWaybill masterWaybill() {
        var number = read.text(Field.MASTER_WAYBILL, NUMBER_MAX);
        if (number == null) {
            return null;
        }
        if (!MasterWaybill.isValid(number)) {
            read.refuse(
                    Field.MASTER_WAYBILL,
                    FieldReader.shown(Field.MASTER_WAYBILL, number)
                            + " is not an air waybill or its check digit is wrong; write it as 020-12345675");
            return null;
        }
        return new MasterWaybill(number);
    }

    private @Nullable Instant arrival() {
        var text = read.text(Field.ARRIVAL, Integer.MAX_VALUE);
        if (text == null) {
            return null;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            read.refuse(
                    Field.ARRIVAL,
                    FieldReader.shown(Field.ARRIVAL, text) + " is not a time in UTC; write it as 2026-11-22T04:30:00Z");
            return null;
        }
    }

    /** @param name the first of the party's seven fields, which stand in one order for both */
    private Party party(Field name) {
        var fields = Draft.FIELDS;
        var at = name.ordinal();
        var country = fields[at + 4];
        var eori = fields[at + 6];
        var party = new Party(
                name == Field.CONSIGNOR_NAME ? read.repeated(name, 70) : read.text(name, 70),
                read.text(fields[at + 1], 70),
                read.repeated(fields[at + 2], 35),
                read.text(fields[at + 3], 17),
                read.country(country),
                read.word(fields[at + 5], Words.PERSON_TYPES),
                read.text(eori, NUMBER_MAX));
        missing(name, party.name(), true);
        missing(fields[at + 2], party.city(), false);
        missing(country, party.country(), true);
        if (party.eori() != null && !Identifiers.isEori(party.eori())) {
            read.refer(
                    eori,
                    Reason.INVALID_TAX_IDENTIFIER,
                    "the text is not an EORI number; write country and number, for GB and XI 12 or 15 digits");
        }
        return party;
    }

    /** No declaration can be lodged without name and country; a missing city is only said. */
    private void missing(Field field, @Nullable Object value, boolean refers) {
        if (value != null || draft.get(field, 0) == Draft.REFUSED) {
            return;
        }
        var message = "it is missing; ask the carrier for it";
        draft.findings()
                .add(
                        refers
                                ? Finding.referred(Reason.MISSING_FIELD, draft.name(field, 0), message)
                                : Finding.warning(Reason.MISSING_FIELD, draft.name(field, 0), message));
    }
}
