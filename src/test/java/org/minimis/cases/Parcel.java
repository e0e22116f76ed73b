package org.minimis.cases;

import org.minimis.consignment.Consignment;
import org.minimis.settings.ConfigNode;

/** Consignments for the tests of any package, written as the cases write them. */
public final class Parcel {

    private Parcel() {}

    /** @param keys of a case that speak of the consignment: {@code to}, {@code items} and, as wanted, the others */
    public static Consignment of(String keys) {
        return CaseFile.consignment(ConfigNode.parse("parcel.yaml", keys));
    }

    /** To nowhere in particular, with lines such as {@code commodity: 610910, value: EUR 10.00}. */
    public static Consignment toNowhere(String keys, String... lines) {
        var text = new StringBuilder("to: ZZ\n").append(keys).append("\nitems:\n");
        for (var line : lines) {
            text.append("  - { ").append(line).append(" }\n");
        }
        return of(text.toString());
    }
}
