package org.minimis.regime;

import java.util.List;
import java.util.Map;
import org.minimis.consignment.Consignment;

/**
 * A named set of places, as regions and beginnings of postcodes by country.
 *
 * @param postcodes without blanks, capital letters
 * @param regions by country; a region that the manifest names decides before the postcode does
 */
record Territory(String name, Map<String, List<String>> postcodes, Map<String, List<String>> regions) {

    boolean holds(Consignment consignment) {
        var region = consignment.destinationRegion();
        if (region != null && !regions.isEmpty()) {
            var named = regions.get(consignment.destinationCountry().code());
            return named != null && named.contains(region);
        }
        var beginnings = postcodes.get(consignment.destinationCountry().code());
        return beginnings != null && begins(consignment.consignee().postcode(), beginnings);
    }

    static boolean begins(@org.jspecify.annotations.Nullable String postcode, List<String> beginnings) {
        if (postcode == null) {
            return false;
        }
        for (var beginning : beginnings) {
            if (startsWithIgnoringBlanks(postcode, beginning)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWithIgnoringBlanks(String postcode, String beginning) {
        var at = 0;
        for (var i = 0; i < postcode.length() && at < beginning.length(); i++) {
            var c = Character.toUpperCase(postcode.charAt(i));
            if (c == ' ' || c == '-') {
                continue;
            }
            if (c != beginning.charAt(at++)) {
                return false;
            }
        }
        return at == beginning.length();
    }
}
