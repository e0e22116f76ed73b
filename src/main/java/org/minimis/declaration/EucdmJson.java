package org.minimis.declaration;

import org.jspecify.annotations.Nullable;
import org.minimis.assessment.Assessment;
import org.minimis.assessment.Outcome;
import org.minimis.consignment.Consignment;
import org.minimis.consignment.Party;

/**
 * Writes a declaration as one line of JSON whose keys are the numbers of the data elements and sub-elements of the Union's
 * customs data model (12 09 local reference number, 13 04 importer, …).
 *
 * <p>Keys that are no numbers: {@code houseWaybill} first, {@code amends} (the number of the declaration that this one corrects)
 * and {@code reason} in a correction, {@code items} for the goods items, and {@code category} in the
 * list of documents. Amounts and masses are text. Duty (A00), VAT (B00) and named fees are in 14 03, their total in 14 16, in
 * the currency of 14 17. An H1 line holds what the manifest gives, and says so in 12 02. A line of a bulk declaration has no
 * 12 09: the number is its bundle's. Law: Implementing Regulation (EU) 2015/2447, Annex B.
 */
final class EucdmJson {

    private static final String INCOMPLETE = "holds what the manifest gives; complete it before it is lodged";

    private final Profile profile;
    private final String dataset;
    private final Profile.@Nullable Dataset codes;
    private final byte[] type;
    private final byte[] declarant;
    private final byte[] place;
    private final EucdmItemsJson items;

    EucdmJson(Profile profile, String dataset, Profile.Place place) {
        this.profile = profile;
        this.dataset = dataset;
        codes = profile.datasets().get(dataset);
        type = codes == null ? new byte[0] : type(codes);
        declarant = declarant(profile);
        this.place = place(profile, place);
        items = new EucdmItemsJson(profile, dataset, codes);
    }

    byte[] bytes(Outcome.Assessed assessed, String lrn, @Nullable Amendment amendment) {
        var consignment = assessed.consignment();
        var assessment = assessed.assessment();
        var out = JsonLine.begin()
                .field("houseWaybill", consignment.houseWaybill().number());
        if (amendment != null) {
            out.field("amends", amendment.amends()).field("reason", amendment.reason());
        }
        if (dataset.equals("DOCS")) {
            return documents(out, consignment, assessment);
        }
        out.fields(type);
        references(out, consignment, lrn);
        parties(out, consignment, assessment);
        amounts(out, consignment, assessment);
        out.fields(place);
        out.field("18 04", AmountText.mass(consignment.grossKg())).field("19 03", profile.modeOfTransport());
        items.write(out, consignment, assessment);
        return out.line();
    }

    /** Documents are not declared: customs releases them by a list. */
    private static byte[] documents(JsonLine out, Consignment consignment, Assessment assessment) {
        out.number("category", assessment.category().number());
        party(out, "13 01", consignment.consignor());
        party(out, "13 04", consignment.consignee());
        countries(out, consignment);
        out.field("18 04", AmountText.mass(consignment.grossKg()));
        out.array("18 06").object().number("004", consignment.pieces()).end().close();
        if (!consignment.goods().isEmpty()) {
            out.array("items");
            for (var line : consignment.goods()) {
                out.object().field("18 05", line.description()).end();
            }
            out.close();
        }
        return out.line();
    }

    private void references(JsonLine out, Consignment consignment, String lrn) {
        var documents = profile.documents();
        var master = consignment.carriage().masterWaybill();
        var previous = profile.previousDocument();
        if (master != null && previous != null) {
            out.array("12 01");
            EucdmItemsJson.document(
                    out,
                    previous.category() + previous.type(),
                    previous.prefix() + PreviousDocumentXml.reference(master));
            out.close();
        }
        if (dataset.equals("H1")) {
            out.array("12 02").object().field("009", INCOMPLETE).end().close();
        }
        if (consignment.invoice() != null) {
            out.array("12 03");
            EucdmItemsJson.document(out, documents.invoice(), consignment.invoice());
            out.close();
        }
        out.array("12 05");
        EucdmItemsJson.document(
                out, documents.houseWaybill(), consignment.houseWaybill().number());
        if (master != null) {
            EucdmItemsJson.document(out, documents.masterWaybill(), master.number());
        }
        out.close();
        if (!dataset.equals("BIRDS")) {
            out.field("12 08", consignment.houseWaybill().number()).field("12 09", lrn);
        }
    }

    private void parties(JsonLine out, Consignment consignment, Assessment assessment) {
        party(out, "13 01", consignment.consignor());
        party(out, "13 04", consignment.consignee());
        out.fields(declarant);
        var fiscal = codes == null ? null : Particulars.fiscalReference(consignment, assessment, codes);
        if (fiscal != null) {
            out.array("13 16").object();
            out.field("031", fiscal.role()).field("034", fiscal.number()).end().close();
        }
    }

    private static void party(JsonLine out, String key, Party party) {
        var isNamed = Particulars.isNamed(party);
        out.object(key);
        if (isNamed) {
            out.field("016", party.name());
        }
        out.field("017", party.eori());
        if (isNamed && Particulars.hasAddress(party)) {
            var country = party.country();
            out.object("018")
                    .field("019", party.street())
                    .field("020", country == null ? null : country.code())
                    .field("021", party.postcode())
                    .field("022", party.city())
                    .end();
        }
        out.end();
    }

    private void amounts(JsonLine out, Consignment consignment, Assessment assessment) {
        if (dataset.equals("H1")) {
            standardValues(out, consignment, assessment);
        }
        if (!assessment.fees().isEmpty()) {
            out.array("14 03");
            for (var fee : assessment.fees()) {
                items.tax(out, fee.name(), fee.amount());
            }
            out.close();
        }
        var transport = Particulars.transport(consignment);
        if (transport != null) {
            items.money(out, "14 15", transport);
        }
        out.field("14 16", AmountText.of(assessment.total(), profile.form()))
                .field("14 17", assessment.currency().getCurrencyCode());
        if (!dataset.equals("H7")) {
            countries(out, consignment);
        }
    }

    private void standardValues(JsonLine out, Consignment consignment, Assessment assessment) {
        if (consignment.incoterm() != null) {
            out.object("14 01").field("035", consignment.incoterm()).end();
        }
        var declared = assessment.items();
        if (declared.isEmpty()) {
            return;
        }
        var total = declared.get(0).intrinsicValue();
        for (var item : declared.subList(1, declared.size())) {
            total = total.add(item.intrinsicValue());
        }
        out.field("14 05", total.getCurrency().getCurrencyCode()).field("14 06", AmountText.of(total, profile.form()));
    }

    private static void countries(JsonLine out, Consignment consignment) {
        out.field("16 03", consignment.destinationCountry().code());
        var dispatch = consignment.dispatchCountry();
        out.field("16 06", dispatch == null ? null : dispatch.code());
    }

    private static byte[] type(Profile.Dataset codes) {
        return JsonLine.begin()
                .field("11 01", codes.type().substring(0, 2))
                .field("11 02", codes.type().substring(2))
                .fields();
    }

    private static byte[] declarant(Profile profile) {
        var out = JsonLine.begin();
        out.object("13 05")
                .field("016", profile.name())
                .field("017", profile.eori())
                .end();
        var representative = profile.representative();
        if (representative != null) {
            out.object("13 06")
                    .field("017", representative.eori())
                    .field("030", representative.status())
                    .end();
        }
        return out.fields();
    }

    private static byte[] place(Profile profile, Profile.Place place) {
        return JsonLine.begin()
                .object("16 15")
                .field("036", place.location())
                .field("045", profile.locationType())
                .field("046", profile.locationQualifier())
                .object("018")
                .field("020", place.country())
                .end()
                .end()
                .object("17 09")
                .field("001", place.office())
                .end()
                .fields();
    }
}
