package org.minimis.regime;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.minimis.consignment.Channel;
import org.minimis.consignment.Consignment;
import org.minimis.consignment.ConsignmentType;
import org.minimis.consignment.Country;
import org.minimis.consignment.PersonType;
import org.minimis.consignment.TaxId;

/**
 * What the law asks of a consignment before it looks at goods or values. A night has some hundreds of shapes, and most cases
 * of a law are decided by them.
 *
 * @param schemes of its tax identifiers, in the manifest's order
 */
record Shape(
        ConsignmentType type,
        Channel channel,
        @Nullable PersonType person,
        @Nullable Country dispatch,
        Country destination,
        @Nullable String region,
        String schemes) {

    static Shape of(Consignment consignment) {
        return new Shape(
                consignment.type(),
                consignment.channel(),
                consignment.consignee().personType(),
                consignment.dispatchCountry(),
                consignment.destinationCountry(),
                consignment.destinationRegion(),
                schemes(consignment.taxIds()));
    }

    private static String schemes(List<TaxId> ids) {
        return switch (ids.size()) {
            case 0 -> "";
            case 1 -> ids.get(0).scheme();
            default -> ids.stream().map(TaxId::scheme).collect(Collectors.joining(" "));
        };
    }
}
