package org.minimis.declaration;

import java.util.List;
import java.util.function.Function;
import org.javamoney.moneta.Money;
import org.jspecify.annotations.Nullable;
import org.minimis.assessment.DeclaredItem;
import org.minimis.consignment.Consignment;
import org.minimis.consignment.GoodsItem;

/** Parts of a goods item that H7 and BIRDS have in common, as elements of the WCO data model. */
final class GoodsXml {

    private static final byte[] DOCUMENT = Utf8.bytes("<AdditionalDocument><CategoryCode>");
    private static final byte[] DOCUMENT_ID = Utf8.bytes("</CategoryCode><ID>");
    private static final byte[] DOCUMENT_TYPE = Utf8.bytes("</ID><TypeCode>");
    private static final byte[] DOCUMENT_END = Utf8.bytes("</TypeCode></AdditionalDocument>");
    private static final byte[] DOCUMENT_STATUS = Utf8.bytes("</TypeCode><LPCOExemptionCode>");
    private static final byte[] DOCUMENT_STATUS_END = Utf8.bytes("</LPCOExemptionCode></AdditionalDocument>");
    private static final byte[] PROCEDURE = Utf8.bytes("<GovernmentProcedure><CurrentCode>");
    private static final byte[] PROCEDURE_PREVIOUS = Utf8.bytes("</CurrentCode><PreviousCode>");
    private static final byte[] PROCEDURE_PREVIOUS_END = Utf8.bytes("</PreviousCode></GovernmentProcedure>");
    private static final byte[] PROCEDURE_END = Utf8.bytes("</CurrentCode></GovernmentProcedure>");
    private static final byte[] PACKAGING =
            Utf8.bytes("<Packaging><SequenceNumeric>1</SequenceNumeric><QuantityQuantity>");
    private static final byte[] PACKAGING_END = Utf8.bytes("</QuantityQuantity></Packaging>");
    private static final byte[] CURRENCY_END = Utf8.bytes("\">");

    private GoodsXml() {}

    static void documents(Utf8 out, Profile.Documents types, Consignment consignment) {
        document(out, types.houseWaybill(), consignment.houseWaybill().number(), null);
        var master = consignment.carriage().masterWaybill();
        if (master != null) {
            document(out, types.masterWaybill(), master.number(), null);
        }
        var invoice = consignment.invoice();
        if (invoice != null) {
            document(out, types.invoice(), invoice, types.invoiceStatus());
        }
    }

    static void productIdentifiers(Utf8 out, Profile.ProductIdentifiers types, DeclaredItem item) {
        identifiers(out, types.sku(), item, GoodsItem::sku);
        identifiers(out, types.manufacturer(), item, GoodsItem::manufacturerPid);
        identifiers(out, types.gtin(), item, GoodsItem::gtin);
    }

    private static void identifiers(
            Utf8 out, String type, DeclaredItem item, Function<GoodsItem, @Nullable String> identifier) {
        for (var value : Particulars.identifiers(item, identifier)) {
            document(out, type, value, null);
        }
    }

    /** @param type a letter and three characters: the category and the type */
    static void document(Utf8 out, String type, String reference, @Nullable String status) {
        out.raw(DOCUMENT).raw(type.charAt(0)).raw(DOCUMENT_ID).xml(reference).raw(DOCUMENT_TYPE);
        out.raw(type.charAt(1)).raw(type.charAt(2)).raw(type.charAt(3));
        if (status == null) {
            out.raw(DOCUMENT_END);
        } else {
            out.raw(DOCUMENT_STATUS).xml(status).raw(DOCUMENT_STATUS_END);
        }
    }

    static void procedures(Utf8 out, Profile.Dataset dataset, List<String> additional) {
        out.raw(PROCEDURE)
                .plain(dataset.procedure())
                .raw(PROCEDURE_PREVIOUS)
                .plain(dataset.previousProcedure())
                .raw(PROCEDURE_PREVIOUS_END);
        for (var code : additional) {
            out.raw(PROCEDURE).xml(code).raw(PROCEDURE_END);
        }
    }

    static void packages(Utf8 out, int packages) {
        out.raw(PACKAGING).plain(Integer.toString(packages)).raw(PACKAGING_END);
    }

    /** @param start the start tag up to the value of its currency */
    static void amount(Utf8 out, byte[] start, Money amount, Form form, byte[] end) {
        out.raw(start)
                .plain(amount.getCurrency().getCurrencyCode())
                .raw(CURRENCY_END)
                .plain(AmountText.of(amount, form))
                .raw(end);
    }
}
