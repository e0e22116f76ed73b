package org.minimis.declaration;

import org.minimis.consignment.MasterWaybill;

/** The previous document (12 01): the master waybill as customs' inventory knows it, {@code A:02012345675}. */
final class PreviousDocumentXml {

    private PreviousDocumentXml() {}

    /** Everything before the air waybill; empty where the settings name no previous document. */
    static byte[] start(Profile profile) {
        var previous = profile.previousDocument();
        if (previous == null) {
            return new byte[0];
        }
        var start = "<PreviousDocument>" + MessageXml.element("CategoryCode", previous.category()) + "<ID>"
                + MessageXml.escaped(previous.prefix());
        return Utf8.bytes(start);
    }

    static void write(Utf8 out, byte[] start, Profile profile, MasterWaybill master) {
        var previous = profile.previousDocument();
        if (previous != null) {
            out.raw(start)
                    .plain(reference(master))
                    .plain("</ID><TypeCode>")
                    .xml(previous.type())
                    .plain("</TypeCode></PreviousDocument>");
        }
    }

    /** The eleven digits without the hyphen. */
    static String reference(MasterWaybill master) {
        return master.number().substring(0, 3) + master.number().substring(4);
    }
}
