package org.minimis.declaration;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.javamoney.moneta.Money;
import org.jspecify.annotations.Nullable;
import org.minimis.consignment.Carriage;
import org.minimis.consignment.Consignment;
import org.minimis.consignment.Country;
import org.minimis.consignment.GoodsItem;
import org.minimis.consignment.HouseWaybill;
import org.minimis.consignment.MasterWaybill;
import org.minimis.consignment.Party;
import org.minimis.money.Amounts;

/**
 * The words by which a list of {@code config/datasets} says where a field comes from.
 *
 * <p>What a consignment does not say is null and leaves its field empty. Where a row stands for several goods lines, their
 * different texts stand side by side and their quantities are summed if they have one unit.
 */
enum Cell {
    REFERENCE(Kind.OURS, ListRow::lrn),
    REGIME(Kind.OURS, row -> row.assessment().regime()),
    STATE(Kind.OURS, row -> row.assessment().state()),
    DATASET(Kind.OURS, row -> row.assessment().dataset()),
    SECTION(Kind.OURS, row -> blankAsNull(row.section())),
    CATEGORY(Kind.OURS, row -> Integer.toString(row.assessment().category().number())),
    ACCEPTED(Kind.OURS, row -> row.assessment().acceptanceDate().toString()),
    PROCEDURES(Kind.OURS, row -> blankAsNull(String.join(" ", row.assessment().procedures()))),
    VAT_SCHEME(Kind.OURS, row -> row.assessment().vatScheme()),
    DECLARANT(Kind.OURS, row -> row.declarant().name()),
    DECLARANT_ID(Kind.OURS, row -> row.declarant().id()),
    OFFICE(Kind.OURS, row -> row.declarant().office()),

    MANIFEST(Kind.TEXT, carriage(Carriage::manifest)),
    MASTER_WAYBILL(Kind.TEXT, carriage(carriage -> number(carriage.masterWaybill()))),
    HOUSE_WAYBILL(Kind.TEXT, consignment(Consignment::houseWaybill).andThen(HouseWaybill::number)),
    CARRIER(Kind.TEXT, carriage(Carriage::carrier)),
    FLIGHT(Kind.TEXT, carriage(Carriage::flight)),
    ARRIVAL_AIRPORT(Kind.TEXT, carriage(Carriage::arrivalAirport)),
    ARRIVAL(Kind.OURS, carriage(carriage -> text(carriage.arrival()))),
    CHANNEL(Kind.OURS, row -> row.consignment().channel().name()),
    TYPE(Kind.OURS, row -> row.consignment().type().name()),
    DISPATCH_COUNTRY(Kind.OURS, row -> code(row.consignment().dispatchCountry())),
    DESTINATION_COUNTRY(Kind.OURS, row -> code(row.consignment().destinationCountry())),
    DESTINATION_REGION(Kind.TEXT, consignment(Consignment::destinationRegion)),
    CONSIGNOR_NAME(Kind.TEXT, consignor(Party::name)),
    CONSIGNOR_STREET(Kind.TEXT, consignor(Party::street)),
    CONSIGNOR_CITY(Kind.TEXT, consignor(Party::city)),
    CONSIGNOR_POSTCODE(Kind.TEXT, consignor(Party::postcode)),
    CONSIGNOR_COUNTRY(Kind.OURS, consignor(party -> code(party.country()))),
    CONSIGNOR_ID(Kind.TEXT, consignor(Party::eori)),
    CONSIGNEE_NAME(Kind.TEXT, consignee(Party::name)),
    CONSIGNEE_STREET(Kind.TEXT, consignee(Party::street)),
    CONSIGNEE_CITY(Kind.TEXT, consignee(Party::city)),
    CONSIGNEE_POSTCODE(Kind.TEXT, consignee(Party::postcode)),
    CONSIGNEE_COUNTRY(Kind.OURS, consignee(party -> code(party.country()))),
    CONSIGNEE_ID(Kind.TEXT, consignee(Party::eori)),
    ORDER_ID(Kind.TEXT, consignment(Consignment::orderId)),
    INVOICE(Kind.TEXT, consignment(Consignment::invoice)),
    INCOTERM(Kind.TEXT, consignment(Consignment::incoterm)),

    PIECES(Kind.ONCE, row -> Integer.toString(row.consignment().pieces())),
    GROSS_KG(Kind.ONCE, row -> row.consignment().grossKg().toPlainString()),
    FREIGHT(Kind.ONCE, row -> plain(row.consignment().freight())),
    FREIGHT_CURRENCY(Kind.ONCE, row -> currency(row.consignment().freight())),
    INSURANCE(Kind.ONCE, row -> plain(row.consignment().insurance())),
    INSURANCE_CURRENCY(Kind.ONCE, row -> currency(row.consignment().insurance())),
    CUSTOMS_CURRENCY(Kind.OURS, row -> row.assessment().currency().getCurrencyCode()),
    INTRINSIC_VALUE(Kind.ONCE, row -> plain(row.assessment().intrinsicValue())),
    CUSTOMS_VALUE(Kind.ONCE, row -> plain(row.assessment().customsValue())),
    VAT_BASE(Kind.ONCE, row -> plain(row.assessment().vatBase())),
    FEES(Kind.ONCE, row -> plain(row.assessment().feesTotal())),
    TOTAL(Kind.ONCE, row -> plain(row.assessment().total())),

    ITEM_NUMBER(
            Kind.OURS,
            row -> row.item() == null ? null : Integer.toString(row.item().number())),
    DUTY(
            Kind.OURS,
            row -> plain(
                    row.item() == null ? row.assessment().duty() : row.item().duty())),
    VAT(
            Kind.OURS,
            row -> plain(
                    row.item() == null ? row.assessment().vat() : row.item().vat())),
    DESCRIPTION(Kind.TEXT, goods(GoodsItem::description)),
    COMMODITY_CODE(Kind.OURS, goods(line -> text(line.commodityCode()))),
    ORIGIN(Kind.OURS, goods(line -> code(line.origin()))),
    QUANTITY(Kind.OURS, row -> isOneUnit(row) ? sum(row, GoodsItem::quantity) : null),
    UNIT(Kind.TEXT, row -> isOneUnit(row) ? row.lines().get(0).unit() : null),
    NET_KG(Kind.OURS, row -> sum(row, GoodsItem::netKg)),
    VALUE(Kind.OURS, Cell::value),
    CURRENCY(
            Kind.OURS,
            row -> row.lines().isEmpty() ? null : currency(row.lines().get(0).value())),
    SKU(Kind.TEXT, goods(GoodsItem::sku)),
    MANUFACTURER_PID(Kind.TEXT, goods(GoodsItem::manufacturerPid)),
    GTIN(Kind.TEXT, goods(GoodsItem::gtin)),

    /** The authority asks for it and no manifest gives it: whoever lodges the list fills it in. */
    NONE(Kind.OURS, row -> null);

    /** What has to be minded when a value is written. */
    enum Kind {
        /** As somebody wrote it in a manifest: any characters may stand there. */
        TEXT,
        /** Of our own making: a code, a number, a date. */
        OURS,
        /** Of the whole consignment, so it stands on its first row only, and the sum of the column is right. */
        ONCE
    }

    private static final Map<String, Cell> BY_WORD = new HashMap<>();

    static {
        for (var cell : values()) {
            BY_WORD.put(cell.word(), cell);
        }
    }

    private final Kind kind;
    private final Function<ListRow, @Nullable String> value;

    Cell(Kind kind, Function<ListRow, @Nullable String> value) {
        this.kind = kind;
        this.value = value;
    }

    Kind kind() {
        return kind;
    }

    @Nullable
    String of(ListRow row) {
        return value.apply(row);
    }

    /** {@code houseWaybill}. */
    String word() {
        var word = new StringBuilder();
        for (var i = 0; i < name().length(); i++) {
            var c = name().charAt(i);
            var isLower = word.length() > 0 && name().charAt(i - 1) != '_';
            if (c != '_') {
                word.append(isLower || word.length() == 0 ? (char) (c + ('a' - 'A')) : c);
            }
        }
        return word.toString();
    }

    static @Nullable Cell of(String word) {
        return BY_WORD.get(word);
    }

    /** All words, for a complaint. */
    static String words() {
        return BY_WORD.keySet().stream().sorted().collect(Collectors.joining(", "));
    }

    private static Function<ListRow, @Nullable String> carriage(Function<Carriage, @Nullable String> value) {
        return row -> value.apply(row.consignment().carriage());
    }

    private static <T> Function<ListRow, T> consignment(Function<Consignment, T> value) {
        return row -> value.apply(row.consignment());
    }

    private static Function<ListRow, @Nullable String> consignor(Function<Party, @Nullable String> value) {
        return row -> value.apply(row.consignment().consignor());
    }

    private static Function<ListRow, @Nullable String> consignee(Function<Party, @Nullable String> value) {
        return row -> value.apply(row.consignment().consignee());
    }

    /** The different texts of a row's goods lines, in the manifest's order. */
    private static Function<ListRow, @Nullable String> goods(Function<GoodsItem, @Nullable String> value) {
        return row -> {
            var lines = row.lines();
            if (lines.size() == 1) {
                return value.apply(lines.get(0));
            }
            var different = new ArrayList<String>(lines.size());
            for (var line : lines) {
                var each = value.apply(line);
                if (each != null && !different.contains(each)) {
                    different.add(each);
                }
            }
            return blankAsNull(String.join("; ", different));
        };
    }

    private static boolean isOneUnit(ListRow row) {
        var lines = row.lines();
        for (var line : lines) {
            if (!Objects.equals(line.unit(), lines.get(0).unit())) {
                return false;
            }
        }
        return !lines.isEmpty();
    }

    private static @Nullable String sum(ListRow row, Function<GoodsItem, @Nullable BigDecimal> value) {
        var sum = BigDecimal.ZERO;
        for (var line : row.lines()) {
            var each = value.apply(line);
            if (each == null) {
                return null;
            }
            sum = sum.add(each);
        }
        return row.lines().isEmpty() ? null : sum.toPlainString();
    }

    /** The price of the goods in the invoice's currency. */
    private static @Nullable String value(ListRow row) {
        Money sum = null;
        for (var line : row.lines()) {
            sum = sum == null ? line.intrinsicValue() : sum.add(line.intrinsicValue());
        }
        return plain(sum);
    }

    private static @Nullable String blankAsNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable String plain(@Nullable Money amount) {
        return amount == null ? null : Amounts.plain(amount);
    }

    private static @Nullable String currency(@Nullable Money amount) {
        return amount == null ? null : amount.getCurrency().getCurrencyCode();
    }

    private static @Nullable String code(@Nullable Country country) {
        return country == null ? null : country.code();
    }

    private static @Nullable String number(@Nullable MasterWaybill waybill) {
        return waybill == null ? null : waybill.number();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
