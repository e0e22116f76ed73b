package org.minimis.declaration;

import org.jspecify.annotations.Nullable;

/**
 * What an amending message of the WCO data model has apart: function 13, the number of the declaration that it corrects, the
 * type {@code COR}, and the amendment itself, which points to the whole declaration (42A) because all of it is sent again.
 *
 * <p>The number is the local one: customs' own (MRN) is not known here, and takes its place when the message is lodged.
 */
final class AmendmentXml {

    private static final String ORIGINAL = "<FunctionCode>9</FunctionCode>";
    private static final String AMENDING = "<FunctionCode>13</FunctionCode>";
    private static final String TYPE = "COR";

    private AmendmentXml() {}

    /** The head of a message, up to the local reference number. */
    static byte[] head(byte[] original) {
        return Utf8.bytes(new String(original, java.nio.charset.StandardCharsets.UTF_8).replace(ORIGINAL, AMENDING));
    }

    static void typeAndItems(Utf8 out, Amendment amendment, int items) {
        out.plain("</FunctionalReferenceID><ID>").plain(amendment.amends()).plain("</ID><TypeCode>");
        out.plain(TYPE).plain("</TypeCode><GoodsItemQuantity>").plain(Integer.toString(items));
        out.plain("</GoodsItemQuantity>");
    }

    /** A whole message of type {@code INV}, which asks that a declaration be cancelled. */
    static byte[] cancellation(Profile profile, String state, String lrn, Amendment amendment) {
        var out = new Utf8(1024).raw(head(MessageXml.head(profile, state))).plain(lrn);
        out.plain("</FunctionalReferenceID><ID>").plain(amendment.amends()).plain("</ID><TypeCode>INV</TypeCode>");
        out.raw(Utf8.bytes(MessageXml.agent(profile)));
        write(out, amendment);
        out.raw(Utf8.bytes("<Declarant>" + MessageXml.element("ID", profile.eori()) + "</Declarant>"));
        return out.plain("</Declaration></md:MetaData>\n").toBytes();
    }

    /** Stands between the agent and the means of transport. */
    static void write(Utf8 out, @Nullable Amendment amendment) {
        if (amendment == null) {
            return;
        }
        out.plain("<Amendment>");
        if (amendment.reason() != null) {
            out.plain("<ChangeReasonCode>").plain(amendment.reason()).plain("</ChangeReasonCode>");
        }
        out.plain("<Pointer><DocumentSectionCode>42A</DocumentSectionCode></Pointer></Amendment>");
    }
}
