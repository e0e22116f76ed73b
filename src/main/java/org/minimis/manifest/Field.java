package org.minimis.manifest;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a manifest: first those of the consignment, then those of one goods line. */
enum Field {
    MANIFEST("manifest"),
    MASTER_WAYBILL("masterWaybill"),
    CARRIER("carrier"),
    FLIGHT("flight"),
    ARRIVAL_AIRPORT("arrivalAirport"),
    ARRIVAL("arrival"),
    CHANNEL("channel"),
    HOUSE_WAYBILL("houseWaybill"),
    TYPE("type"),
    DISPATCH_COUNTRY("dispatchCountry"),
    DESTINATION_COUNTRY("destinationCountry"),
    DESTINATION_REGION("destinationRegion"),
    CONSIGNOR_NAME("consignor.name", "consignorName"),
    CONSIGNOR_STREET("consignor.street", "consignorStreet"),
    CONSIGNOR_CITY("consignor.city", "consignorCity"),
    CONSIGNOR_POSTCODE("consignor.postcode", "consignorPostcode"),
    CONSIGNOR_COUNTRY("consignor.country", "consignorCountry"),
    CONSIGNOR_PERSON_TYPE("consignor.personType", "consignorPersonType"),
    CONSIGNOR_EORI("consignor.eori", "consignorEori"),
    CONSIGNEE_NAME("consignee.name", "consigneeName"),
    CONSIGNEE_STREET("consignee.street", "consigneeStreet"),
    CONSIGNEE_CITY("consignee.city", "consigneeCity"),
    CONSIGNEE_POSTCODE("consignee.postcode", "consigneePostcode"),
    CONSIGNEE_COUNTRY("consignee.country", "consigneeCountry"),
    CONSIGNEE_PERSON_TYPE("consignee.personType", "consigneePersonType"),
    CONSIGNEE_EORI("consignee.eori", "consigneeEori"),
    TAX_IDS("taxIds"),
    ORDER_ID("orderId"),
    INVOICE("invoice"),
    PIECES("pieces"),
    GROSS_KG("grossKg"),
    INCOTERM("incoterm"),
    FREIGHT_AMOUNT("freight.amount", "freightAmount"),
    FREIGHT_CURRENCY("freight.currency", "freightCurrency"),
    INSURANCE_AMOUNT("insurance.amount", "insuranceAmount"),
    INSURANCE_CURRENCY("insurance.currency", "insuranceCurrency"),
    DESCRIPTION("description"),
    COMMODITY_CODE("commodityCode"),
    QUANTITY("quantity"),
    UNIT("unit"),
    VALUE("value.amount", "value"),
    CURRENCY("value.currency", "currency"),
    VAT_SHOWN("vatShown.amount", "vatShown"),
    VAT_SHOWN_CURRENCY("vatShown.currency", "vatShownCurrency"),
    NET_KG("netKg"),
    ORIGIN("origin"),
    SKU("sku"),
    MANUFACTURER_PID("manufacturerPid"),
    GTIN("gtin");

    /** How many fields a consignment has. */
    static final int HEAD = DESCRIPTION.ordinal();

    /** How many fields a goods line has. */
    static final int GOODS = GTIN.ordinal() - HEAD + 1;

    private static final Map<String, Field> BY_COLUMN = new HashMap<>();
    private static final List<Field> DECIMALS =
            List.of(GROSS_KG, FREIGHT_AMOUNT, INSURANCE_AMOUNT, QUANTITY, VALUE, VAT_SHOWN, NET_KG);

    private final String path;
    private final String column;

    static {
        Arrays.stream(values()).forEach(field -> BY_COLUMN.put(field.column, field));
    }

    Field(String name) {
        this(name, name);
    }

    Field(String path, String column) {
        this.path = path;
        this.column = column;
    }

    /** Its place in the JSON form, within the consignment or the goods line. */
    String path() {
        return path;
    }

    /** Its column in the CSV form. */
    String column() {
        return column;
    }

    boolean ofGoods() {
        return ordinal() >= HEAD;
    }

    /** Its place in the array of a consignment or of a goods line. */
    int index() {
        return ofGoods() ? ordinal() - HEAD : ordinal();
    }

    /** Is it a number with decimals? */
    boolean isDecimal() {
        return DECIMALS.contains(this);
    }

    /** Does it say who or where a person is? Then its text is never quoted. */
    boolean isPersonal() {
        return ordinal() >= CONSIGNOR_NAME.ordinal() && ordinal() <= CONSIGNEE_EORI.ordinal();
    }

    static @Nullable Field ofColumn(String column) {
        return BY_COLUMN.get(column);
    }

    static Map<String, Field> columns() {
        return Collections.unmodifiableMap(BY_COLUMN);
    }
}
