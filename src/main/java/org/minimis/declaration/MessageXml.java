package org.minimis.declaration;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The head and the frame of a message of the WCO data model, and the settings that are the same in each message of one
 * regime and state; prepared once.
 */
final class MessageXml {

    static final String NAMESPACE = "urn:wco:datamodel:WCO:DocumentMetaData-DMS:2";

    private static final byte[] TYPE = Utf8.bytes("</FunctionalReferenceID><TypeCode>");
    private static final byte[] ITEMS = Utf8.bytes("</TypeCode><GoodsItemQuantity>");
    private static final byte[] ITEMS_END = Utf8.bytes("</GoodsItemQuantity>");

    private MessageXml() {}

    /** Everything before the local reference number. */
    static byte[] head(Profile profile, String state) {
        var message = profile.message();
        var out = new StringBuilder("<md:MetaData xmlns:md=\"" + NAMESPACE
                + "\" xmlns=\"urn:wco:datamodel:WCO:DEC-DMS:2\">"
                + "<md:WCODataModelVersionCode>3.6</md:WCODataModelVersionCode><md:WCOTypeName>DEC</md:WCOTypeName>");
        out.append(element("md:ResponsibleCountryCode", message == null ? state : message.country()));
        if (message != null) {
            out.append(element("md:ResponsibleAgencyName", message.agency()))
                    .append(element("md:AgencyAssignedCustomizationVersionCode", message.version()));
        }
        return Utf8.bytes(out.append("<Declaration><FunctionCode>9</FunctionCode><FunctionalReferenceID>")
                .toString());
    }

    static void typeAndItems(Utf8 out, String type, int items) {
        out.raw(TYPE).xml(type).raw(ITEMS).plain(Integer.toString(items)).raw(ITEMS_END);
    }

    static String agent(Profile profile) {
        var representative = profile.representative();
        if (representative == null) {
            return "";
        }
        return "<Agent>" + element("ID", representative.eori()) + element("FunctionCode", representative.status())
                + "</Agent>";
    }

    static String transportAndDeclarant(Profile profile) {
        return "<BorderTransportMeans>" + element("ModeCode", profile.modeOfTransport()) + "</BorderTransportMeans>"
                + "<Declarant>" + element("ID", profile.eori()) + "</Declarant>";
    }

    static String goodsLocation(Profile profile, Profile.Place place) {
        return "<GoodsLocation>" + element("Name", place.location()) + element("TypeCode", profile.locationType())
                + "<Address>" + element("TypeCode", profile.locationQualifier())
                + element("CountryCode", place.country()) + "</Address></GoodsLocation>";
    }

    /** An element that is written once, at start: escaped without haste. */
    static String element(String name, @Nullable String content) {
        if (content == null) {
            return "";
        }
        return "<" + name + ">" + escaped(content) + "</" + name + ">";
    }

    static String escaped(String content) {
        return new String(new Utf8(content.length() * 6).xml(content).toBytes(), StandardCharsets.UTF_8);
    }
}
