package org.minimis.declaration;

import org.minimis.consignment.Party;

/** Exporter and importer as elements of the WCO data model. */
final class PartyXml {

    private static final Tag NAME = Tag.of("Name");
    private static final Tag ID = Tag.of("ID");
    private static final Tag ADDRESS = Tag.of("Address");
    private static final Tag CITY = Tag.of("CityName");
    private static final Tag COUNTRY = Tag.of("CountryCode");
    private static final Tag LINE = Tag.of("Line");
    private static final Tag POSTCODE = Tag.of("PostcodeID");

    private PartyXml() {}

    static void write(Utf8 out, Tag role, Party party) {
        var isNamed = Particulars.isNamed(party);
        out.raw(role.open());
        if (isNamed) {
            out.element(NAME, party.name());
        }
        out.element(ID, party.eori());
        if (isNamed && Particulars.hasAddress(party)) {
            var country = party.country();
            out.raw(ADDRESS.open())
                    .element(CITY, party.city())
                    .element(COUNTRY, country == null ? null : country.code())
                    .element(LINE, party.street())
                    .element(POSTCODE, party.postcode())
                    .raw(ADDRESS.close());
        }
        out.raw(role.close());
    }
}
