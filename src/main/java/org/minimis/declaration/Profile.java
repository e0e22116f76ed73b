package org.minimis.declaration;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the declarant says about itself and its way of declaring in one regime.
 *
 * @param places by state, the office and the place where the goods are shown
 * @param datasets settings by dataset, only for those that need any
 */
record Profile(
        String regime,
        Form form,
        @Nullable Message message,
        String name,
        String eori,
        @Nullable Representative representative,
        String modeOfTransport,
        String locationType,
        String locationQualifier,
        Map<String, Place> places,
        Documents documents,
        @Nullable PreviousDocument previousDocument,
        Map<String, Dataset> datasets) {

    /** The head of a message to customs. */
    record Message(String country, String agency, String version) {}

    /**
     * @param eori absent where the declarant itself represents, as in Great Britain
     * @param status 2 direct, 3 indirect representation (13 06 030)
     */
    record Representative(@Nullable String eori, String status) {}

    /** @param office customs office of presentation, eight characters (17 09) */
    record Place(String office, String location, String country) {}

    /** Types of supporting and transport documents, a letter and three digits (12 03, 12 05). */
    record Documents(
            String houseWaybill,
            String masterWaybill,
            String invoice,
            @Nullable String invoiceStatus) {}

    /** How the master waybill is quoted as the previous document (12 01). */
    record PreviousDocument(String category, String type, String prefix) {}

    /** A number that is given in a role of 13 16. */
    record FiscalRole(@Nullable String procedure, String role) {}

    /** Document types of the three product identifiers, and the first day on which they are declared. */
    record ProductIdentifiers(LocalDate from, String sku, String manufacturer, String gtin) {}

    /** The authorisation to declare in bulk. */
    record Bulk(
            String container,
            String holder,
            String category,
            String document,
            String reference,
            String importer,
            @Nullable String supervisingOffice,
            String flightType) {}

    /**
     * Codes of one dataset.
     *
     * @param type 11 01 and 11 02 together, for example {@code IMD}
     */
    record Dataset(
            String type,
            String procedure,
            String previousProcedure,
            @Nullable String firstAdditionalProcedure,
            @Nullable String classification,
            boolean officeIsDeclared,
            List<String> statements,
            @Nullable FiscalRole ioss,
            @Nullable FiscalRole vat,
            @Nullable ProductIdentifiers productIdentifiers,
            @Nullable Bulk bulk) {}
}
