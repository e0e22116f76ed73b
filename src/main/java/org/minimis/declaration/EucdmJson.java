package org.minimis.declaration;

import java.util.List;
import org.javamoney.moneta.Money;
import org.jspecify.annotations.Nullable;
import org.minimis.assessment.Assessment;
import org.minimis.assessment.DeclaredItem;
import org.minimis.assessment.Outcome;
import org.minimis.consignment.Consignment;
import org.minimis.consignment.GoodsItem;
import org.minimis.consignment.Party;

/**
 * Writes a declaration as one line of JSON whose keys are the numbers of the data elements and sub-elements of the Union's
 * customs data model (12 09 local reference number, 13 04 importer, …).
 *
 * <p>Keys that are no numbers: {@code houseWaybill} first, {@code items} for the goods items, and {@code category} in the
 * list of documents. Amounts and masses are text. Duty (A00), VAT (B00) and named fees are in 14 03, their total in 14 16, in
 * the currency of 14 17. An H1 line holds what the manifest gives, and says so in 12 02. A line of a bulk declaration has no
 * 12 09: the number is its bundle's. Law: Implementing Regulation (EU) 2015/2447, Annex B.
 */
final class EucdmJson {

    private static final String INCOMPLETE = "holds what the manifest gives; complete it before it is lodged";

    private final Profile profile;
    private final String dataset;
    private final Profile.@Nullable Dataset codes;
    private final byte[] declarant;
    private final byte[] place;

    EucdmJson(Profile profile, String dataset, Profile.Place place) {
        this.profile = profile;
        this.dataset = dataset;
        codes = profile.datasets().get(dataset);
        declarant = declarant(profile);
        this.place = place(profile, place);
    }

    byte[] bytes(Outcome.Assessed assessed, String lrn) {
        var consignment = assessed.consignment();
        var assessment = assessed.assessment();
        var out = new JsonLine(2048)
                .field("houseWaybill", consignment.houseWaybill().number());
        if (dataset.equals("DOCS")) {
            return documents(out, consignment, assessment);
        }
        type(out);
        references(out, consignment, lrn);
        parties(out, consignment, assessment);
        amounts(out, consignment, assessment);
        out.fields(place);
        out.field("18 04", AmountText.mass(consignment.grossKg())).field("19 03", profile.modeOfTransport());
        items(out, consignment, assessment);
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

    private void type(JsonLine out) {
        if (codes != null) {
            out.field("11 01", codes.type().substring(0, 2))
                    .field("11 02", codes.type().substring(2));
        }
    }

    private void references(JsonLine out, Consignment consignment, String lrn) {
        var documents = profile.documents();
        var master = consignment.carriage().masterWaybill();
        var previous = profile.previousDocument();
        if (master != null && previous != null) {
            out.array("12 01");
            document(
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
            document(out, documents.invoice(), consignment.invoice());
            out.close();
        }
        out.array("12 05");
        document(out, documents.houseWaybill(), consignment.houseWaybill().number());
        if (master != null) {
            document(out, documents.masterWaybill(), master.number());
        }
        out.close();
        if (!dataset.equals("BIRDS")) {
            out.field("12 08", consignment.houseWaybill().number()).field("12 09", lrn);
        }
    }

    private static void document(JsonLine out, String type, String reference) {
        out.object().field("001", reference).field("002", type).end();
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
                tax(out, fee.name(), fee.amount());
            }
            out.close();
        }
        var transport = Particulars.transport(consignment);
        if (transport != null) {
            money(out, "14 15", transport);
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
        var items = assessment.items();
        if (items.isEmpty()) {
            return;
        }
        var total = items.get(0).intrinsicValue();
        for (var item : items.subList(1, items.size())) {
            total = total.add(item.intrinsicValue());
        }
        out.field("14 05", total.getCurrency().getCurrencyCode()).field("14 06", AmountText.of(total, profile.form()));
    }

    private static void countries(JsonLine out, Consignment consignment) {
        out.field("16 03", consignment.destinationCountry().code());
        var dispatch = consignment.dispatchCountry();
        out.field("16 06", dispatch == null ? null : dispatch.code());
    }

    private void tax(JsonLine out, String type, Money amount) {
        if (!amount.isZero()) {
            out.object()
                    .field("039", type)
                    .field("042", AmountText.of(amount, profile.form()))
                    .end();
        }
    }

    private void money(JsonLine out, String key, Money amount) {
        out.object(key)
                .field("012", amount.getCurrency().getCurrencyCode())
                .field("014", AmountText.of(amount, profile.form()))
                .end();
    }

    private void items(JsonLine out, Consignment consignment, Assessment assessment) {
        var procedures = Particulars.procedures(assessment, codes);
        out.array("items");
        for (var item : assessment.items()) {
            out.object().number("11 03", item.number());
            procedures(out, procedures);
            statements(out);
            productIdentifiers(out, assessment, item);
            itemAmounts(out, item);
            goods(out, consignment, item);
            out.end();
        }
        out.close();
    }

    private void procedures(JsonLine out, List<String> additional) {
        if (codes != null) {
            out.object("11 09")
                    .field("001", codes.procedure())
                    .field("002", codes.previousProcedure())
                    .end();
        }
        if (!additional.isEmpty()) {
            out.array("11 10");
            additional.forEach(out::text);
            out.close();
        }
    }

    private void statements(JsonLine out) {
        if (codes != null && !codes.statements().isEmpty()) {
            out.array("12 02");
            for (var statement : codes.statements()) {
                out.object().field("008", statement).end();
            }
            out.close();
        }
    }

    private void productIdentifiers(JsonLine out, Assessment assessment, DeclaredItem item) {
        var types = codes == null ? null : codes.productIdentifiers();
        if (types == null || assessment.acceptanceDate().isBefore(types.from())) {
            return;
        }
        var skus = Particulars.identifiers(item, GoodsItem::sku);
        var manufacturers = Particulars.identifiers(item, GoodsItem::manufacturerPid);
        var gtins = Particulars.identifiers(item, GoodsItem::gtin);
        if (skus.isEmpty() && manufacturers.isEmpty() && gtins.isEmpty()) {
            return;
        }
        out.array("12 03");
        skus.forEach(value -> document(out, types.sku(), value));
        manufacturers.forEach(value -> document(out, types.manufacturer(), value));
        gtins.forEach(value -> document(out, types.gtin(), value));
        out.close();
    }

    private void itemAmounts(JsonLine out, DeclaredItem item) {
        if (!item.duty().isZero() || !item.vat().isZero()) {
            out.array("14 03");
            tax(out, "A00", item.duty());
            tax(out, "B00", item.vat());
            out.close();
        }
        if (dataset.equals("H7")) {
            money(out, "14 14", item.intrinsicValue());
        } else {
            // Outside H7 the element is the item's price; its currency is in 14 05 of H1, and here for the others.
            money(out, "14 08", item.intrinsicValue());
        }
    }

    private void goods(JsonLine out, Consignment consignment, DeclaredItem item) {
        var code = item.commodityCode();
        if (!dataset.equals("H7")) {
            var origin = item.origin();
            var net = item.netKg();
            out.field("16 08", origin == null ? null : origin.code());
            out.field("18 01", net == null ? null : AmountText.mass(net));
        }
        out.field("18 05", item.description());
        out.array("18 06").object();
        out.number("004", Particulars.packages(consignment, item)).end().close();
        if (code != null) {
            out.object("18 09").field("056", code.subheading());
            if (dataset.equals("H1") && code.digits().length() > 6) {
                out.field("057", code.digits().substring(6, 8));
            }
            if (dataset.equals("H1") && code.digits().length() > 8) {
                out.field("058", code.digits().substring(8));
            }
            out.end();
        }
    }

    private static byte[] declarant(Profile profile) {
        var out = new JsonLine(256);
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
        return new JsonLine(256)
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
