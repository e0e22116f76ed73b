package org.minimis.consignment;

/**
 * A number under which a party is known to a tax authority.
 *
 * @param scheme of which register: {@code IOSS}, {@code VAT}, {@code EORI}, {@code VOEC}, {@code ARN}, …
 * @param value as that register writes it
 */
public record TaxId(String scheme, String value) {}
