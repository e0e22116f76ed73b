package org.minimis.manifest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.javamoney.moneta.Money;
import org.jspecify.annotations.Nullable;
import org.minimis.consignment.CommodityCode;
import org.minimis.consignment.ConsignmentType;
import org.minimis.consignment.Country;
import org.minimis.consignment.GoodsItem;
import org.minimis.finding.Reason;
import org.minimis.money.Amounts;

/** The goods lines of a consignment and the money in it. */
final class GoodsChecks {

    private static final int DESCRIPTION_MAX = 512;
    private static final int PRODUCT_MAX = 70;
    private static final int CODES_REMEMBERED_BITS = 13;

    /** Each line's mass may have been rounded to ten grams. */
    private static final BigDecimal TOLERANCE_KG = BigDecimal.valueOf(1, 2);

    private final Draft draft;
    private final FieldReader read;
    private final ReferenceData reference;
    private final Remembered<CommodityCode> codes = new Remembered<>(CODES_REMEMBERED_BITS, this::soundCode);
    private ReferenceData.@Nullable Currency firstCurrency;

    GoodsChecks(Draft draft, FieldReader read, ReferenceData reference) {
        this.draft = draft;
        this.read = read;
        this.reference = reference;
    }

    /** Freight or insurance, where the manifest states it. */
    @Nullable
    Money charge(Field amountField, Field currencyField) {
        var amount = read.number(amountField);
        var currency = read.currency(currencyField);
        if (amount != null) {
            read.require(currencyField, currency, "write the currency of the amount");
        }
        if (currency != null) {
            read.require(amountField, amount, "write the amount or take its currency away");
        }
        return money(amountField, amount, currency);
    }

    private @Nullable Money money(Field field, @Nullable BigDecimal amount, ReferenceData.@Nullable Currency currency) {
        if (amount == null || currency == null) {
            return null;
        }
        if (amount.scale() > currency.decimals() && amount.stripTrailingZeros().scale() > currency.decimals()) {
            read.refuse(
                    field,
                    "'" + amount.toPlainString() + "' has more decimals than "
                            + currency.unit().getCurrencyCode() + " has, which is " + currency.decimals()
                            + "; write the amount as invoiced");
            return null;
        }
        return Amounts.of(currency.unit(), amount);
    }

    List<GoodsItem> goods(@Nullable ConsignmentType type, @Nullable Country destination, @Nullable BigDecimal grossKg) {
        var lines = draft.lines();
        if (lines == 0) {
            if (type != null
                    && type != ConsignmentType.DOCUMENTS
                    && !draft.findings().reject()) {
                draft.reject(Reason.MISSING_FIELD, "goods", "there are none; write a line for each kind of goods");
            }
            return List.of();
        }
        firstCurrency = null;
        var items = new ArrayList<GoodsItem>(lines);
        for (var line = 0; line < lines; line++) {
            read.goTo(line);
            var item = item(type, destination);
            if (item != null) {
                items.add(item);
            }
        }
        if (items.size() == lines && grossKg != null) {
            compareMasses(items, grossKg);
        }
        read.goTo(0);
        return items;
    }

    private @Nullable GoodsItem item(@Nullable ConsignmentType type, @Nullable Country destination) {
        var description = read.text(Field.DESCRIPTION, DESCRIPTION_MAX);
        if (read.require(Field.DESCRIPTION, description, "say in plain words what the goods are")
                && type != ConsignmentType.DOCUMENTS
                && !read.isClear(Field.DESCRIPTION, reference.vague())) {
            checkDescription(description, destination);
        }
        var code = commodityCode();
        var quantity = read.numberAboveZero(Field.QUANTITY);
        read.require(Field.QUANTITY, quantity, "write how many there are");
        var unit = read.code(Field.UNIT, 1, 3, true, "PCE");
        var number = read.number(Field.VALUE);
        read.require(Field.VALUE, number, "write the line's total as invoiced");
        var currency = currency();
        var value = money(Field.VALUE, number, currency);
        if (value != null && value.isZero() && type != ConsignmentType.DOCUMENTS) {
            read.warn(
                    Field.VALUE, Reason.DOUBTFUL_VALUE, "it is zero; goods given free of charge have a value as well");
        }
        var vatShown = vatShown(value, currency);
        var netKg = type == ConsignmentType.DOCUMENTS ? read.number(Field.NET_KG) : read.numberAboveZero(Field.NET_KG);
        var origin = read.country(Field.ORIGIN);
        var sku = read.text(Field.SKU, PRODUCT_MAX);
        var product = read.text(Field.MANUFACTURER_PID, PRODUCT_MAX);
        var gtin = gtin();
        if (description == null || quantity == null || value == null) {
            return null;
        }
        return new GoodsItem(description, code, quantity, unit, value, vatShown, netKg, origin, sku, product, gtin);
    }

    private ReferenceData.@Nullable Currency currency() {
        var currency = read.currency(Field.CURRENCY);
        read.require(Field.CURRENCY, currency, "write the currency of the invoice");
        if (currency == null || firstCurrency == null) {
            firstCurrency = currency == null ? firstCurrency : currency;
            return currency;
        }
        if (currency.unit() != firstCurrency.unit() && !currency.unit().equals(firstCurrency.unit())) {
            read.contradict(
                    Field.CURRENCY,
                    "'" + currency.unit().getCurrencyCode() + "' differs from the '"
                            + firstCurrency.unit().getCurrencyCode()
                            + "' of the lines before; invoice a consignment in one currency");
            return null;
        }
        return currency;
    }

    private @Nullable Money vatShown(@Nullable Money value, ReferenceData.@Nullable Currency currency) {
        var number = read.number(Field.VAT_SHOWN);
        var ownCurrency = read.currency(Field.VAT_SHOWN_CURRENCY);
        if (number == null) {
            return null;
        }
        if (ownCurrency != null && currency != null && !ownCurrency.unit().equals(currency.unit())) {
            read.contradict(Field.VAT_SHOWN_CURRENCY, "it differs from the currency of the value; write the same one");
            return null;
        }
        var vat = money(Field.VAT_SHOWN, number, currency);
        if (vat != null && value != null && vat.isGreaterThan(value)) {
            read.contradict(Field.VAT_SHOWN, "it is more than the value that contains it; write the VAT of this line");
        }
        return vat;
    }

    private @Nullable CommodityCode commodityCode() {
        var known = read.remembered(Field.COMMODITY_CODE, codes);
        return known == null ? newCode() : known;
    }

    private @Nullable CommodityCode newCode() {
        var digits = read.text(Field.COMMODITY_CODE, Integer.MAX_VALUE);
        if (digits == null) {
            return null;
        }
        if (!CommodityCode.isValid(digits)) {
            read.refuse(
                    Field.COMMODITY_CODE,
                    FieldReader.shown(Field.COMMODITY_CODE, digits)
                            + " is not a commodity code; give 6, 8 or 10 digits without dots");
            return null;
        }
        var code = soundCode(digits);
        if (code == null) {
            read.refuse(
                    Field.COMMODITY_CODE,
                    "'" + digits + "' is under no subheading of the Harmonized System 2022; look the goods up again");
        }
        return code;
    }

    private @Nullable CommodityCode soundCode(String digits) {
        if (!CommodityCode.isValid(digits)) {
            return null;
        }
        var code = new CommodityCode(digits);
        return reference.hasSubheading(code) ? code : null;
    }

    private @Nullable String gtin() {
        var gtin = read.text(Field.GTIN, PRODUCT_MAX);
        if (gtin != null && !CheckDigits.isGtin(gtin)) {
            read.warn(
                    Field.GTIN,
                    Reason.DOUBTFUL_IDENTIFIER,
                    FieldReader.shown(Field.GTIN, gtin)
                            + " is not 8, 12, 13 or 14 digits with GS1's check digit; compare it with the label");
        }
        return gtin;
    }

    private void checkDescription(String description, @Nullable Country destination) {
        switch (reference.vague().verdict(description)) {
            case CLEAR -> {
                // It says something.
            }
            case HOLDS_TERM ->
                read.warn(
                        Field.DESCRIPTION,
                        Reason.VAGUE_DESCRIPTION,
                        FieldReader.shown(Field.DESCRIPTION, description)
                                + " says little about the goods; say what they are and what they are made of");
            case IS_TERM -> vague(description, destination);
        }
    }

    private void vague(String description, @Nullable Country destination) {
        var message = FieldReader.shown(Field.DESCRIPTION, description)
                + " says nothing about the goods; say what they are and what they are made of";
        if (reference.vague().areRejectedFor(destination)) {
            draft.refuse(Field.DESCRIPTION, read.line(), Reason.VAGUE_DESCRIPTION, message);
        } else {
            read.warn(Field.DESCRIPTION, Reason.VAGUE_DESCRIPTION, message);
        }
    }

    private void compareMasses(List<GoodsItem> items, BigDecimal grossKg) {
        var net = BigDecimal.ZERO;
        for (var item : items) {
            if (item.netKg() == null) {
                return;
            }
            net = net.add(item.netKg()).subtract(TOLERANCE_KG);
        }
        if (net.compareTo(grossKg) > 0) {
            read.goTo(0);
            read.warn(
                    Field.GROSS_KG,
                    Reason.DOUBTFUL_VALUE,
                    "'" + grossKg.toPlainString() + "' is less than the goods weigh net; weigh the consignment again");
        }
    }
}
